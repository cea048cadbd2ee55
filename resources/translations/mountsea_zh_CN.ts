<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账户…</translation>
    </message>
    <message>
        <source>Account · {balance} credits</source>
        <translation>账户 · {balance} 积分</translation>
    </message>
    <message>
        <source>Connect to Mountsea</source>
        <translation>连接 Mountsea</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Your Mountsea account</source>
        <translation>你的 Mountsea 账户</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Paste your token here</source>
        <translation>在此粘贴密钥</translation>
    </message>
    <message>
        <source>A token is saved. Paste another to replace it</source>
        <translation>已保存密钥。粘贴新的即可替换</translation>
    </message>
    <message>
        <source>Save token</source>
        <translation>保存密钥</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Remove token</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>Keep until I close the program</source>
        <translation>保留到我关闭程序为止</translation>
    </message>
    <message>
        <source>Replace it all the same</source>
        <translation>仍然替换</translation>
    </message>
    <message>
        <source>The token is kept until you close the program, and written nowhere.</source>
        <translation>密钥会保留到你关闭程序为止，不会写入任何地方。</translation>
    </message>
    <message>
        <source>No token is saved yet.</source>
        <translation>还没有保存密钥。</translation>
    </message>
    <message>
        <source>In practice mode no token is needed, and none is used.</source>
        <translation>练习模式不需要密钥，也不会用到。</translation>
    </message>
    <message>
        <source>Saving… Your computer may ask you to unlock its password store.</source>
        <translation>正在保存… 电脑可能会要求你解锁密码库。</translation>
    </message>
    <message>
        <source>Checking the new token with Mountsea. Until then the one you have is kept…</source>
        <translation>正在向 Mountsea 核对新密钥，在此之前保留现有的密钥…</translation>
    </message>
    <message>
        <source>Mountsea does not accept the new token, so the one you have was kept. Copy the new one again from your Mountsea account and paste it here.</source>
        <translation>Mountsea 不接受这个新密钥，所以保留了现有的密钥。请从你的 Mountsea 账户重新复制新密钥，再粘贴到这里。</translation>
    </message>
    <message>
        <source>So the new token could not be checked, and the one you have was kept.</source>
        <translation>因此无法核对新密钥，现有的密钥已保留。</translation>
    </message>
    <message>
        <source>Saved. Checking it with Mountsea…</source>
        <translation>已保存。正在向 Mountsea 核对…</translation>
    </message>
    <message>
        <source>Saved, not tested: no network. It is tested by itself as soon as there is one.</source>
        <translation>已保存，尚未测试：没有网络。一旦联网，程序会自动测试。</translation>
    </message>
    <message>
        <source>Saved, not tested yet. It is tested by itself a little later.</source>
        <translation>已保存，尚未测试。程序稍后会自动测试。</translation>
    </message>
    <message>
        <source>It is not tested yet; that is done by itself as soon as there is a network.</source>
        <translation>密钥尚未测试；一旦联网，程序会自动测试。</translation>
    </message>
    <message>
        <source>Asking Mountsea…</source>
        <translation>正在询问 Mountsea…</translation>
    </message>
    <message>
        <source>Connected. You have {balance} credits.</source>
        <translation>已连接。你有 {balance} 积分。</translation>
    </message>
    <message>
        <source>Press “Save token” first; it is tested then.</source>
        <translation>请先按“保存密钥”，随后会自动测试。</translation>
    </message>
    <message>
        <source>The token was removed from this computer.</source>
        <translation>密钥已从这台电脑移除。</translation>
    </message>
    <message>
        <source>The token is not used any more. This computer&apos;s password store has not said yet whether it is removed there, too. If a window asks for its password, enter it. If a token is shown here after the next start, remove it once more.</source>
        <translation>这个密钥不再使用。这台电脑的密码库还没有答复是否也已从那里移除。如果有窗口要求输入密码库的密码，请输入。如果下次启动后这里仍显示有密钥，请再移除一次。</translation>
    </message>
    <message>
        <source>There is no token to test. Paste one and press “Save token”.</source>
        <translation>没有可测试的密钥。请粘贴密钥，然后点“保存密钥”。</translation>
    </message>
    <message>
        <source>What is a token?</source>
        <translation>什么是密钥？</translation>
    </message>
    <message>
        <source>Mountsea does not accept this token. Copy it again from your Mountsea account and paste it here.</source>
        <translation>Mountsea 不接受这个密钥。请从你的 Mountsea 账户重新复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Asking your computer&apos;s password store…</source>
        <translation>正在询问这台电脑的密码库…</translation>
    </message>
    <message>
        <source>Your token may be in this computer&apos;s password store, which is locked. Unlock it and press “Test connection”, or paste the token again.</source>
        <translation>你的密钥可能在这台电脑的密码库里，但密码库已锁定。请解锁后点“测试连接”，或者重新粘贴密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store has not answered yet. If a window asks for its password, enter it: everything goes on by itself then. You can also paste the token again.</source>
        <translation>这台电脑的密码库还没有响应。如果有窗口要求输入它的密码，请输入：之后一切会自动继续。你也可以重新粘贴密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store did not say whether there is a token. Press “Test connection” to ask it again, or paste the token again.</source>
        <translation>这台电脑的密码库没有说明里面有没有密钥。请点“测试连接”再问一次，或者重新粘贴密钥。</translation>
    </message>
    <message>
        <source>Sign in to the network&apos;s proxy</source>
        <translation>登录网络代理</translation>
    </message>
    <message>
        <source>This computer reaches the internet through {place}, which asks who you are. Whoever set up the network can tell you the name and the password. They are sent to that proxy and nowhere else.</source>
        <translation>这台电脑通过 {place} 上网，它要求确认你的身份。用户名和密码可以问设置网络的人。它们只会发给这个代理，不会去别的地方。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Remember them in this computer&apos;s password store</source>
        <translation>记在这台电脑的密码库里</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>登录代理…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>You are signed in to the proxy until you close the program. This computer&apos;s password store did not keep the name and the password.</source>
        <translation>已登录代理，直到你关闭程序为止。这台电脑的密码库没有记住用户名和密码。</translation>
    </message>
    <message>
        <source>There is nothing to save yet. Paste the token from your Mountsea account.</source>
        <translation>还没有可保存的内容。请粘贴你 Mountsea 账户里的密钥。</translation>
    </message>
    <message>
        <source>That is more than one word, so it is not a token alone. Copy only the token, which is one long word without spaces or line breaks.</source>
        <translation>这里不止一串字符，所以不只是密钥。请只复制密钥本身：它是一长串字符，中间没有空格和换行。</translation>
    </message>
    <message>
        <source>That is a link, not a token. Copy the token itself from your Mountsea account.</source>
        <translation>这是一个链接，不是密钥。请从你的 Mountsea 账户复制密钥本身。</translation>
    </message>
    <message>
        <source>That has characters no token has. Copy the token again straight from your Mountsea account.</source>
        <translation>其中有密钥里不会出现的字符。请直接从你的 Mountsea 账户重新复制密钥。</translation>
    </message>
    <message>
        <source>That is far too long for a token. Copy only the token itself.</source>
        <translation>密钥不会这么长。请只复制密钥本身。</translation>
    </message>
    <message>
        <source>This computer has no password store that the program can use, so the token cannot be saved safely.</source>
        <translation>这台电脑没有本程序可用的密码库，因此无法安全地保存密钥。</translation>
    </message>
    <message>
        <source>The password store is locked. Unlock it and try again.</source>
        <translation>密码库已锁定。请解锁后重试。</translation>
    </message>
    <message>
        <source>The password store does not answer. Look for a window that asks for its password, and try again.</source>
        <translation>密码库没有响应。请查看是否有窗口在要求输入密码，然后重试。</translation>
    </message>
    <message>
        <source>The password store refused. Try again.</source>
        <translation>密码库拒绝了请求。请重试。</translation>
    </message>
    <message>
        <source>You can keep it until you close the program; it is then written nowhere.</source>
        <translation>你可以将它保留到关闭程序为止；这样不会写入任何地方。</translation>
    </message>
    <message>
        <source>Whoever set up this computer does not allow it to be kept anywhere else.</source>
        <translation>设置这台电脑的人不允许将它保存在其他地方。</translation>
    </message>
    <message>
        <source>The token is longer than this computer&apos;s password store keeps.</source>
        <translation>密钥太长，这台电脑的密码库存不下。</translation>
    </message>
    <message>
        <source>2. Paste it here as your API token.</source>
        <translation>2. 粘贴到这里的“API 密钥”栏。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Continue uploading</source>
        <translation>继续上传</translation>
    </message>
    <message numerus="yes">
        <source>Enough for %n models.</source>
        <translation>
            <numerusform>够创建 %n 个模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creating a model costs %n credits. Add some on Mountsea&apos;s site before you create one.</source>
        <translation>
            <numerusform>创建一个模型需要 %n 积分。请先到 Mountsea 网站充值，再创建模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is your token, and a token is a secret: it was not taken. Its place is under “Connect”.</source>
        <translation>这是你的密钥。密钥是机密，所以没有采用。请把它粘贴到“连接”里。</translation>
    </message>
    <message>
        <source>Remove the token from this computer?</source>
        <translation>从这台电脑移除密钥？</translation>
    </message>
    <message>
        <source>It cannot be brought back from here, and Mountsea may not show it to you again: then you have to make a new one. Until a token is entered, nothing is sent.</source>
        <translation>从这里无法恢复，Mountsea 也可能不会再显示它：那样你就得新建一个。在填入密钥之前，什么都不会发送。</translation>
    </message>
    <message>
        <source>1. Make a token on Mountsea&apos;s site, where it may be called API key, and copy it.</source>
        <translation>1. 在 Mountsea 网站上创建一个密钥（那里可能叫 API key），然后复制它。</translation>
    </message>
    <message>
        <source>That is an e-mail address, not a token. Make a token on Mountsea&apos;s site and copy that.</source>
        <translation>这是电子邮件地址，不是密钥。请在 Mountsea 网站上创建一个密钥，然后复制它。</translation>
    </message>
    <message>
        <source>Once: make an API token on Mountsea&apos;s site and paste it under “Connect”. One minute.</source>
        <translation>只需一次：在 Mountsea 网站上创建 API 密钥，再粘贴到“连接”里。大约一分钟。</translation>
    </message>
    <message>
        <source>Get a token in the browser</source>
        <translation>在浏览器中获取密钥</translation>
    </message>
    <message>
        <source>Paste the API token from your Mountsea account, once. Whoever has it can spend your credits, so it goes into this computer&apos;s own password store and nowhere else.</source>
        <translation>把你 Mountsea 账户里的 API 密钥粘贴到这里，只需一次。谁有了它，就能花费你的积分，所以它只会存进这台电脑自带的密码库，不会去别的地方。</translation>
    </message>
    <message>
        <source>Your token is sent to {hosts}. Not all of these are Mountsea&apos;s own addresses.</source>
        <translation>你的密钥会发送到 {hosts}。其中有些不是 Mountsea 自己的地址。</translation>
    </message>
    <message>
        <source>The token is in this computer&apos;s password store ({place}).</source>
        <translation>密钥保存在这台电脑的密码库中（{place}）。</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Check the connection…</source>
        <translation>检查连接…</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>连接检查</translation>
    </message>
    <message>
        <source>The way to Mountsea, step by step. Nothing of it costs anything, and there is no secret in the report.</source>
        <translation>到 Mountsea 的连接，逐步检查。整个过程不花费任何积分，报告中也没有任何机密。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Something is not in order. What to do stands beside the cross.</source>
        <translation>有问题需要处理，解决办法写在叉号旁边。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Where the settings come from</source>
        <translation>各项设置的来源</translation>
    </message>
    <message>
        <source>All settings are the built-in ones.</source>
        <translation>所有设置均为内置默认值。</translation>
    </message>
    <message>
        <source>{name}: {value} ({origin})</source>
        <translation>{name}：{value}（{origin}）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>密码库</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Sign-in to the proxy</source>
        <translation>代理登录</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Mountsea</source>
        <translation>Mountsea</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Storage for songs</source>
        <translation>歌曲存储</translation>
    </message>
    <message>
        <source>{mark} {step}: {text}</source>
        <translation>{mark} {step}：{text}</translation>
    </message>
    <message>
        <source>cannot be told before the rest is in order</source>
        <translation>其余问题解决后才能判断</translation>
    </message>
    <message>
        <source>all can be used</source>
        <translation>全部可用</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}</source>
        <translation>歌曲和设置保存在 {path}</translation>
    </message>
    <message>
        <source>none on the way</source>
        <translation>没有经过代理</translation>
    </message>
    <message>
        <source>{proxy} lets this computer through</source>
        <translation>{proxy} 允许这台电脑通过</translation>
    </message>
    <message>
        <source>{host} is known</source>
        <translation>{host} 可以解析</translation>
    </message>
    <message>
        <source>nothing to compare it with</source>
        <translation>没有可比较的时间</translation>
    </message>
    <message>
        <source>the same as Mountsea&apos;s</source>
        <translation>与 Mountsea 的时间一致</translation>
    </message>
    <message>
        <source>not needed on this computer</source>
        <translation>在这台电脑上不需要</translation>
    </message>
    <message>
        <source>issued by “{issuer}”, which this computer trusts</source>
        <translation>由这台电脑信任的“{issuer}”签发</translation>
    </message>
    <message>
        <source>{host} answers</source>
        <translation>{host} 有响应</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已被接受</translation>
    </message>
    <message>
        <source>none is set up</source>
        <translation>没有设置</translation>
    </message>
    <message>
        <source>The proxy script gives no answer. Check its address in the settings, and whether it can be reached from here.</source>
        <translation>代理脚本没有给出结果。请检查设置中的脚本地址，以及能否从这里访问它。</translation>
    </message>
    <message>
        <source>The name {host} is not known here. Check the network cable or the Wi-Fi, and the address in the settings.</source>
        <translation>这里无法解析 {host}。请检查网线或 Wi-Fi，以及设置中的地址。</translation>
    </message>
    <message>
        <source>The extra certificate file {path} cannot be read, or there is no certificate in it. Correct it in the settings.</source>
        <translation>无法读取额外的证书文件 {path}，或者其中没有证书。请在设置中更正。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: elsewhere it is {date}. Set date, time and time zone; certificates look out of date otherwise.</source>
        <translation>这台电脑的时钟不对：服务器上的时间是 {date}。请校正日期、时间和时区，否则证书会显得已过期。</translation>
    </message>
    <message>
        <source>None is there yet. Press “Connect” and paste it.</source>
        <translation>还没有密钥。请点击“连接”并粘贴密钥。</translation>
    </message>
    <message>
        <source>{balance} are left, and a model costs 100.</source>
        <translation>剩余 {balance} 积分，而创建一个模型需要 100 积分。</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be written to {path}.</source>
        <translation>磁盘已满：无法写入 {path}。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be used. Check that it is there, and that you may write to it.</source>
        <translation>无法使用文件夹 {path}。请检查它是否存在，以及你是否有写入权限。</translation>
    </message>
    <message>
        <source>It is locked. Unlock it.</source>
        <translation>它已锁定，请解锁。</translation>
    </message>
    <message>
        <source>It does not answer. Look for a window that asks for its password.</source>
        <translation>它没有响应。请查看是否有窗口正在要求输入密码。</translation>
    </message>
    <message>
        <source>There is none that the program can use. A token can be kept until the program closes, if the settings allow it.</source>
        <translation>没有程序可以使用的密码库。如果设置允许，密钥可以保留到程序关闭为止。</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}, on a network drive ({drive})</source>
        <translation>歌曲和设置保存在 {path}，位于网络驱动器（{drive}）上</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}, on a network drive ({drive}) that is to be used by one computer at a time</source>
        <translation>歌曲和设置保存在 {path}，位于网络驱动器（{drive}）上，同一时间只能由一台电脑使用</translation>
    </message>
    <message>
        <source>{path} gives what is put there</source>
        <translation>{path} 能取回放进去的内容</translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message>
        <source>Credits…</source>
        <translation>积分…</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} 积分</translation>
    </message>
    <message>
        <source>Your balance is not known</source>
        <translation>不知道你的余额</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked.</source>
        <translation>请稍候：正在询问 Mountsea。</translation>
    </message>
    <message>
        <source>What was spent could not be learned. {why}</source>
        <translation>没能查到花费。{why}</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show nothing that was spent in the last 89 days.</source>
        <translation>Mountsea 的记录显示，过去 89 天没有花费。</translation>
    </message>
    <message>
        <source>There is more than could be read; the table shows a part.</source>
        <translation>记录太多，没能全部读取；表里只是一部分。</translation>
    </message>
    <message>
        <source>From Mountsea&apos;s records of the last 89 days. Other programs that use the same account are among them.</source>
        <translation>来自 Mountsea 过去 89 天的记录。使用同一账户的其他程序也算在内。</translation>
    </message>
    <message>
        <source>Add credits</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再查一次</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Uploading songs</source>
        <translation>上传歌曲</translation>
    </message>
    <message>
        <source>Creating a model</source>
        <translation>创建模型</translation>
    </message>
    <message>
        <source>Having songs made</source>
        <translation>做歌</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>“{name}” has cost {total} credits in all: {parts}.</source>
        <translation>“{name}”一共花了 {total} 积分：{parts}。</translation>
    </message>
    <message>
        <source>“{name}” has cost at least {total} credits: {parts}. Some records may be another model&apos;s, or too old to be shown.</source>
        <translation>“{name}”至少花了 {total} 积分：{parts}。有些记录可能属于别的模型，或者太旧，已经查不到。</translation>
    </message>
    <message>
        <source>uploads {amount}</source>
        <translation>上传 {amount}</translation>
    </message>
    <message>
        <source>creating it {amount}</source>
        <translation>创建 {amount}</translation>
    </message>
    <message>
        <source>songs {amount}</source>
        <translation>做歌 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>%n songs at about {each} credits each, as last time: {total} credits.</source>
        <translation>
            <numerusform>%n 首歌，像上次一样每首约 {each} 积分：共 {total} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading cost nothing last time.</source>
        <translation>上次上传没有花费。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits, and the model will need {needed} in the end: add credits before you go on.</source>
        <translation>你的余额是 {balance} 积分，而这个模型最后需要 {needed}：请先充值再继续。</translation>
    </message>
    <message>
        <source>The last model cost {amount} credits.</source>
        <translation>上一个模型花了 {amount} 积分。</translation>
    </message>
    <message numerus="yes">
        <source>Uploading these %n songs again costs about {total} credits, as last time.</source>
        <translation>
            <numerusform>重新上传这 %n 首歌，像上次一样约花 {total} 积分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mountsea may charge credits for each upload; you will see how much.</source>
        <translation>每次上传 Mountsea 可能会收取积分；收取多少你会看到。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits; about {left} would be left.</source>
        <translation>你的余额是 {balance} 积分，之后约剩 {left} 积分。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits: that is not enough for all of them.</source>
        <translation>你的余额是 {balance} 积分，不够全部上传。</translation>
    </message>
    <message>
        <source>The last model cost {amount} credits: too little would be left for another.</source>
        <translation>上一个模型花费了 {amount} 积分：剩下的不够再创建一个。</translation>
    </message>
    <message>
        <source>The last upload cost {amount} credits.</source>
        <translation>上一次上传花费了 {amount} 积分。</translation>
    </message>
    <message>
        <source>A model costs {amount} credits: too little would be left for one.</source>
        <translation>创建一个模型需要 {amount} 积分：剩下的不够创建一个。</translation>
    </message>
    <message numerus="yes">
        <source>The %n songs that wait or are being uploaded already are counted in.</source>
        <translation>
            <numerusform>已计入另外 %n 首正在等待或上传的歌曲。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogWords</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The settings were saved as “{name}”. There is no secret in them.</source>
        <translation>设置已保存为“{name}”，其中没有任何机密。</translation>
    </message>
    <message>
        <source>“{name}” could not be written. Choose another folder.</source>
        <translation>无法写入“{name}”，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>日志…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>What the program did lately. There is no token and no complete link in it, so you can send it to whoever helps you.</source>
        <translation>程序最近做了什么。其中没有密钥，也没有完整的链接，可以放心发给帮助你的人。</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>关于…</translation>
    </message>
    <message>
        <source>About Mountsea Desktop</source>
        <translation>关于 Mountsea Desktop</translation>
    </message>
    <message>
        <source>Train a custom Suno model from your own songs. The program talks to Mountsea and to the links you give it, and to nobody else: no statistics, no update check.</source>
        <translation>用你自己的歌曲训练专属的 Suno 模型。程序只与 Mountsea 和你提供的链接通信，绝不联系别处：没有统计，也不检查更新。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Help…</source>
        <translation>帮助…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>What is a token, and where do I get one?</source>
        <translation>什么是 API 密钥（token）？在哪里获取？</translation>
    </message>
    <message>
        <source>A token is a long word that lets this program use your Mountsea account. Sign in on Mountsea&apos;s site, open the page for API keys, make one, copy it, and paste it under “Connect”. Whoever has it can spend your credits, so treat it like a password.</source>
        <translation>密钥是一长串字符，有了它，程序才能使用你的 Mountsea 账户。登录 Mountsea 网站，打开 API 密钥页面，新建一个并复制，然后粘贴到“连接”里。谁拿到它都能花你的积分，所以请像密码一样保管好。</translation>
    </message>
    <message>
        <source>Why must a link be public?</source>
        <translation>为什么链接必须公开？</translation>
    </message>
    <message>
        <source>Mountsea fetches each song itself, from its own computers. It cannot sign in for you and cannot see this computer, so the link has to open for everybody and lead straight to the audio file.</source>
        <translation>每首歌曲都由 Mountsea 用自己的服务器去获取。它不能替你登录，也看不到这台电脑，所以链接必须人人都能打开，并且直接指向音频文件。</translation>
    </message>
    <message>
        <source>Mountsea reaches a public folder, but not a locked computer.</source>
        <translation>Mountsea 能访问公开的文件夹，但进不了上锁的电脑。</translation>
    </message>
    <message>
        <source>How do I share a song from Dropbox or Google Drive?</source>
        <translation>怎样从 Dropbox 或 Google Drive 分享歌曲？</translation>
    </message>
    <message>
        <source>It takes three steps. Paste the link you get into this program, which turns it into a direct one.</source>
        <translation>只需三步。把得到的链接粘贴到本程序，程序会自动转换成直接链接。</translation>
    </message>
    <message>
        <source>Dropbox</source>
        <translation>Dropbox</translation>
    </message>
    <message>
        <source>Right-click the song.</source>
        <translation>右键点击歌曲。</translation>
    </message>
    <message>
        <source>Choose “Share”.</source>
        <translation>选择“共享”。</translation>
    </message>
    <message>
        <source>Right-click the song and choose “Share”.</source>
        <translation>右键点击歌曲，选择“共享”。</translation>
    </message>
    <message>
        <source>How long does it take?</source>
        <translation>需要多长时间？</translation>
    </message>
    <message>
        <source>Mountsea needs about a minute for each song, several at a time, and 2 to 3 minutes for the model. You may close the program meanwhile: what is at Mountsea goes on there.</source>
        <translation>Mountsea 处理每首歌曲大约一分钟，可同时处理几首；模型需要 2 到 3 分钟。期间可以关闭程序：已在 Mountsea 的部分会继续进行。</translation>
    </message>
    <message>
        <source>Why was my song refused?</source>
        <translation>我的歌曲为什么被拒绝？</translation>
    </message>
    <message>
        <source>Select it: below the list stands why, and what helps. Songs that were published are often recognised, also when they are your own; a demo, another mix or an instrumental works then.</source>
        <translation>选中它：列表下方会说明原因和办法。已发行的歌曲常会被识别出来，即使是你自己的；这时可以用小样、另一个混音或伴奏版。</translation>
    </message>
    <message>
        <source>What does a model learn, and what is its ID for?</source>
        <translation>模型会学到什么？它的 ID 有什么用？</translation>
    </message>
    <message>
        <source>It learns your arrangements, harmonies and sound; not a voice, a melody or words. Its ID is how Mountsea knows it: paste it wherever a model is asked for.</source>
        <translation>它会学到你的编曲、和声和音色；不会学到嗓音、旋律或歌词。Mountsea 通过 ID 认出它：在需要填写模型的地方粘贴即可。</translation>
    </message>
    <message>
        <source>Something does not work?</source>
        <translation>遇到问题？</translation>
    </message>
    <message>
        <source>The log tells whoever helps you what the program did. There is no token and no complete link in it.</source>
        <translation>日志会告诉帮你的人程序做了什么。里面没有密钥，也没有完整的链接。</translation>
    </message>
    <message>
        <source>Which keys are there?</source>
        <translation>有哪些快捷键？</translation>
    </message>
    <message>
        <source>Ctrl+V: add what was copied
Ctrl+Enter: accept it
F2: rename a song or a model
Enter: edit a link
Space: choose a song, or leave it out
Alt+Up, Alt+Down: move a song
Delete: remove a song, archive a model
Ctrl+Z: take back, step by step
Ctrl+Shift+Z, Ctrl+Y: do it again
Ctrl+N: begin a model
Ctrl+O: read a text file
Ctrl+Shift+O: add files
F1: this page
Ctrl+W, Ctrl+Q: close the program</source>
        <translation>Ctrl+V：添加复制的内容
Ctrl+Enter：确认添加
F2：重命名歌曲或模型
Enter：编辑链接
空格：选用歌曲或不用它
Alt+↑、Alt+↓：移动歌曲
Delete：移除歌曲，归档模型
Ctrl+Z：逐步撤销
Ctrl+Shift+Z、Ctrl+Y：重做
Ctrl+N：新建模型
Ctrl+O：读取文本文件
Ctrl+Shift+O：添加文件
F1：打开本页
Ctrl+W、Ctrl+Q：关闭程序</translation>
    </message>
    <message>
        <source>Choose “Copy link”.</source>
        <translation>选择“复制链接”。</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Google Drive</source>
        <translation>Google Drive</translation>
    </message>
    <message>
        <source>Set “General access” to “Anyone with the link”.</source>
        <translation>把“常规访问权限”设为“知道链接的任何人”。</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>要花多少钱？</translation>
    </message>
    <message>
        <source>Creating a model costs 100 credits. You are always asked first, and a press is sent once only. Practice mode costs nothing.</source>
        <translation>创建一个模型需要 100 积分。花费前一定会先问你，每次确认只发送一次。练习模式不花积分。</translation>
    </message>
    <message>
        <source>No browser opens here</source>
        <translation>这里打不开浏览器</translation>
    </message>
    <message>
        <source>Open this address in a browser, on this computer or another:</source>
        <translation>请在这台或另一台电脑的浏览器中打开这个网址：</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <source>A token goes from Mountsea&apos;s site into this program.</source>
        <translation>密钥从 Mountsea 网站进入本程序。</translation>
    </message>
</context>
<context>
    <name>DownloadProblemWords</name>
    <message>
        <source>The song could not be fetched.</source>
        <translation>歌曲没能取回来。</translation>
    </message>
    <message>
        <source>The place where it lies did not answer, was far too slow, or the connection broke.</source>
        <translation>存放它的地方没有回应、速度太慢，或者连接断了。</translation>
    </message>
    <message>
        <source>Ask for it again in a few minutes; that costs nothing.</source>
        <translation>过几分钟再取一次；这不花钱。</translation>
    </message>
    <message>
        <source>The song is not where it should be.</source>
        <translation>歌曲不在它该在的地方。</translation>
    </message>
    <message>
        <source>There was an answer, and no song in it.</source>
        <translation>有回应，但里面没有歌曲。</translation>
    </message>
    <message>
        <source>Ask for it again; that costs nothing.</source>
        <translation>再取一次；这不花钱。</translation>
    </message>
    <message>
        <source>The song was not fetched.</source>
        <translation>歌曲没有取回来。</translation>
    </message>
    <message>
        <source>Its address leads to this computer or its own network, which is never asked.</source>
        <translation>它的地址指向这台电脑或它所在的网络，程序从不访问这样的地址。</translation>
    </message>
    <message>
        <source>Ask for it again later; that costs nothing.</source>
        <translation>稍后再取一次；这不花钱。</translation>
    </message>
    <message>
        <source>The file is too large to be fetched.</source>
        <translation>文件太大，没有取回来。</translation>
    </message>
    <message>
        <source>It has more than 200 MB, which no song of this kind needs.</source>
        <translation>它超过 200 MB，这样的歌曲用不着那么大。</translation>
    </message>
    <message>
        <source>Open it in a browser instead.</source>
        <translation>请改用浏览器打开它。</translation>
    </message>
    <message>
        <source>What lies there is no song.</source>
        <translation>那里放的不是歌曲。</translation>
    </message>
    <message>
        <source>By its first bytes it is no sound file of a known kind.</source>
        <translation>从开头的内容看，它不是已知类型的声音文件。</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add songs from this computer</source>
        <translation>添加这台电脑上的歌曲</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>“{title}” was given another file.</source>
        <translation>“{title}”已换成另一个文件。</translation>
    </message>
    <message>
        <source>“{title}” is on its way already, so its file stays as it is.</source>
        <translation>“{title}”已在发送途中，文件保持不变。</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Sending to the storage… · {percent}</source>
        <translation>正在传到存储空间… · {percent}</translation>
    </message>
    <message>
        <source>Sending to the storage… · {percent} · {left} left</source>
        <translation>正在传到存储空间… · {percent} · 还剩 {left}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It is sent to the storage, from where Mountsea fetches it. Closed meanwhile, the program sends it again.</source>
        <translation>歌曲先传到存储空间，再由 Mountsea 从那里取走。中途关闭程序的话，下次会重新传。</translation>
    </message>
    <message>
        <source>It waits until you press “Go on”.</source>
        <translation>按“继续”后才会接着传。</translation>
    </message>
    <message>
        <source>“{name}”: {what}</source>
        <translation>“{name}”：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n more files cannot be used.</source>
        <translation>
            <numerusform>还有 %n 个文件无法使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs from “{name}”?</source>
        <translation>
            <numerusform>要添加“{name}”里的 %n 首歌曲吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 以及另外 %n 首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs</source>
        <translation>
            <numerusform>添加 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no song in the folder “{name}”.</source>
        <translation>文件夹“{name}”里没有歌曲。</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>复制这段文字</translation>
    </message>
    <message>
        <source>Set up the storage…</source>
        <translation>设置存储空间…</translation>
    </message>
    <message>
        <source>Storage for songs…</source>
        <translation>歌曲的存储空间…</translation>
    </message>
    <message>
        <source>Storage for songs on this computer</source>
        <translation>这台电脑上歌曲的存储空间</translation>
    </message>
    <message>
        <source>Songs on this computer are put there under names that nobody guesses, Mountsea fetches them, and then they are deleted where that is allowed.</source>
        <translation>这台电脑上的歌曲会以无人能猜到的名称放在那里，由 Mountsea 取走，之后在允许的情况下删除。</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>访问密钥（Secret）</translation>
    </message>
    <message>
        <source>Leave it empty to use the one that is kept.</source>
        <translation>留空则使用已保存的密钥。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Putting a kilobyte there and fetching it as Mountsea would…</source>
        <translation>正在放入 1 KB 数据，并像 Mountsea 那样取回…</translation>
    </message>
    <message>
        <source>It works: what is put into {where} can be fetched by everybody who has its address.</source>
        <translation>可以使用：放进 {where} 的内容，知道地址的人都能取到。</translation>
    </message>
    <message>
        <source>This computer has no password store, so the secret is kept until the program closes.</source>
        <translation>这台电脑没有密码库，因此密钥只保留到程序关闭为止。</translation>
    </message>
    <message>
        <source>The secret could not be kept.</source>
        <translation>密钥未能保存。</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Mountsea Desktop needs a place for songs from which Mountsea&apos;s servers can fetch them. One of:

A) A bucket that speaks S3 (AWS, Cloudflare R2, Backblaze B2, MinIO, Aliyun OSS, Tencent COS, …), not public. It needs an access key that may do no more than put, get and delete objects in that bucket (s3:PutObject, s3:GetObject, s3:DeleteObject). Give the bucket a life-cycle rule: delete after three days.
Settings: storage.kind = s3, storage.endpoint, storage.region, storage.bucket, storage.prefix, storage.key_id; the secret in the window, or in the file that storage.secret_file names.

B) A folder that a web server already shows to everybody, without a sign-in and without a listing.
Settings: storage.kind = folder, storage.folder, storage.base_url.

Enter them in the window under Settings, Storage for songs, and press Test there; or give them to all computers in policies.toml. STORAGE.md, which comes with the program&apos;s source, has a page for each provider.</source>
        <translation>Mountsea Desktop 需要一个放歌曲的地方，让 Mountsea 的服务器能从那里取走。以下二选一：

A) 支持 S3 的存储桶（AWS、Cloudflare R2、Backblaze B2、MinIO、阿里云 OSS、腾讯云 COS 等），不公开。需要一个访问密钥，只允许在该存储桶中写入、读取和删除对象（s3:PutObject、s3:GetObject、s3:DeleteObject）。请为存储桶设置生命周期规则：三天后删除。
设置：storage.kind = s3、storage.endpoint、storage.region、storage.bucket、storage.prefix、storage.key_id；Secret 在窗口里输入，或放在 storage.secret_file 指定的文件里。

B) 已由网页服务器向所有人公开的文件夹，不需登录，也不列出目录。
设置：storage.kind = folder、storage.folder、storage.base_url。

请在窗口的“设置”→“歌曲的存储空间”里填写并按“测试”；或者用 policies.toml 为所有电脑设置。随程序源代码提供的 STORAGE.md 为每家服务商各有一页说明。</translation>
    </message>
    <message>
        <source>Your songs need a link first</source>
        <translation>你的歌曲需要先有链接</translation>
    </message>
    <message>
        <source>Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>Mountsea 从网络上获取歌曲，看不到这台电脑。</translation>
    </message>
    <message>
        <source>“{name}” is on this computer. Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>“{name}”在这台电脑上。Mountsea 从网络上获取歌曲，看不到这台电脑。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer. Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>
            <numerusform>%n 首歌曲在这台电脑上。Mountsea 从网络上获取歌曲，看不到这台电脑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them into Dropbox or Google Drive, copy the link of each as shown here, and paste the links.</source>
        <translation>把它们放进 Dropbox 或 Google 云端硬盘，按下图复制每首歌的链接，再粘贴链接。</translation>
    </message>
    <message>
        <source>Open Dropbox</source>
        <translation>打开 Dropbox</translation>
    </message>
    <message>
        <source>Open Google Drive</source>
        <translation>打开 Google 云端硬盘</translation>
    </message>
    <message>
        <source>Or set this computer up, so that songs are simply dropped here</source>
        <translation>或者设置这台电脑，以后直接把歌曲拖进来</translation>
    </message>
    <message>
        <source>It takes a storage that both this computer and Mountsea reach. It is set up once; this text is for whoever looks after the computer:</source>
        <translation>这需要一个这台电脑和 Mountsea 都能访问的存储空间，只需设置一次；下面的文字交给管理这台电脑的人：</translation>
    </message>
    <message>
        <source>Paste the links…</source>
        <translation>粘贴链接…</translation>
    </message>
</context>
<context>
    <name>LinkProblemWords</name>
    <message>
        <source>This is not a link.</source>
        <translation>这不是链接。</translation>
    </message>
    <message>
        <source>There is no web address in it that can be opened.</source>
        <translation>里面没有可以打开的网址。</translation>
    </message>
    <message>
        <source>Paste the whole link; it begins with https://.</source>
        <translation>请粘贴完整的链接，它以 https:// 开头。</translation>
    </message>
    <message>
        <source>There are signs in this link that no link may have.</source>
        <translation>这个链接里有链接不允许出现的字符。</translation>
    </message>
    <message>
        <source>It carries a signature, so nothing in it can be put right here.</source>
        <translation>它带有签名，所以这里一个字符也不能改正。</translation>
    </message>
    <message>
        <source>Copy it once more where it was made, and paste it here.</source>
        <translation>请到生成它的地方重新复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>This looks like a token, not a link.</source>
        <translation>这看起来是密钥，不是链接。</translation>
    </message>
    <message>
        <source>A token is a secret, so it is never added as a song.</source>
        <translation>密钥是机密，所以绝不会当作歌曲添加。</translation>
    </message>
    <message>
        <source>If it is your API token, paste it under “Connect”.</source>
        <translation>如果这是你的 API 密钥，请粘贴到“连接”里。</translation>
    </message>
    <message>
        <source>This link has expired.</source>
        <translation>此链接已过期。</translation>
    </message>
    <message>
        <source>Links of this kind work for a limited time only.</source>
        <translation>这类链接只在有限时间内有效。</translation>
    </message>
    <message>
        <source>Make a new link to the song and paste it here.</source>
        <translation>请为歌曲生成新链接，再粘贴到这里。</translation>
    </message>
    <message>
        <source>This link is not public.</source>
        <translation>此链接不是公开的。</translation>
    </message>
    <message>
        <source>The site lets nobody in who has not signed in.</source>
        <translation>该网站不允许未登录的人访问。</translation>
    </message>
    <message>
        <source>Set its sharing to “anyone with the link”, then check again.</source>
        <translation>请把共享范围设为“知道链接的任何人”，再重新检查。</translation>
    </message>
    <message>
        <source>There is nothing at this link.</source>
        <translation>此链接下没有内容。</translation>
    </message>
    <message>
        <source>The song was moved or deleted, or the link is not complete.</source>
        <translation>歌曲已被移动或删除，或者链接不完整。</translation>
    </message>
    <message>
        <source>Copy the link again and paste it here.</source>
        <translation>请重新复制链接，再粘贴到这里。</translation>
    </message>
    <message>
        <source>This does not look like a song.</source>
        <translation>这看起来不是歌曲。</translation>
    </message>
    <message>
        <source>It is a file, but not of a kind of audio that is known here.</source>
        <translation>这是一个文件，但不是程序认识的音频格式。</translation>
    </message>
    <message>
        <source>Use an MP3 or WAV file, or try it anyway.</source>
        <translation>请使用 MP3 或 WAV 文件，或者仍然尝试。</translation>
    </message>
    <message>
        <source>The link could not be checked from here.</source>
        <translation>无法从这里检查此链接。</translation>
    </message>
    <message>
        <source>Mountsea may still be able to open it: check again, or upload it anyway.</source>
        <translation>Mountsea 也许仍能打开它：可以重新检查，或者仍然上传。</translation>
    </message>
    <message>
        <source>This is a song.</source>
        <translation>这是一首歌曲。</translation>
    </message>
    <message>
        <source>Its site did not take the connection, or broke it off.</source>
        <translation>对方网站没有接受连接，或者中断了连接。</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of its site.</source>
        <translation>这台电脑不信任该网站的证书。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the question through.</source>
        <translation>网络代理没有放行这次检查。</translation>
    </message>
    <message>
        <source>Its site has trouble of its own or is too busy.</source>
        <translation>对方网站出了问题，或者太忙。</translation>
    </message>
    <message>
        <source>It leads from one address to the next without an end.</source>
        <translation>它从一个地址跳到另一个地址，没有尽头。</translation>
    </message>
    <message>
        <source>What its site answered cannot be understood.</source>
        <translation>看不懂对方网站的回答。</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>它没有及时响应。</translation>
    </message>
    <message>
        <source>This link opens a folder, not a song.</source>
        <translation>此链接打开的是文件夹，不是歌曲。</translation>
    </message>
    <message>
        <source>Mountsea takes one song per link.</source>
        <translation>Mountsea 每个链接只收一首歌。</translation>
    </message>
    <message>
        <source>Open the folder in {site} and copy the link of one song.</source>
        <translation>请在 {site} 里打开该文件夹，复制其中一首歌曲的链接。</translation>
    </message>
    <message>
        <source>A part of this link is missing.</source>
        <translation>此链接缺少一部分。</translation>
    </message>
    <message>
        <source>Without it {site} does not hand out the file.</source>
        <translation>缺了它，{site} 不会给出文件。</translation>
    </message>
    <message>
        <source>It was shortened, or broken over two lines.</source>
        <translation>它被缩短了，或者被断成了两行。</translation>
    </message>
    <message>
        <source>Copy the whole link in {site} again and paste it here.</source>
        <translation>请在 {site} 里重新复制完整链接，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Copy the whole link again and paste it here in one line.</source>
        <translation>请重新复制完整链接，并以一整行粘贴到这里。</translation>
    </message>
    <message>
        <source>Links from {site} do not last long enough.</source>
        <translation>{site} 的链接有效时间太短。</translation>
    </message>
    <message>
        <source>They stop working after some minutes.</source>
        <translation>几分钟后就会失效。</translation>
    </message>
    <message>
        <source>Put the song into Dropbox or Google Drive and share it from there.</source>
        <translation>请把歌曲放到 Dropbox 或 Google Drive，再从那里分享。</translation>
    </message>
    <message>
        <source>Links from {site} work in a browser only.</source>
        <translation>{site} 的链接只能在浏览器里使用。</translation>
    </message>
    <message>
        <source>Mountsea fetches songs without a browser.</source>
        <translation>Mountsea 获取歌曲时不使用浏览器。</translation>
    </message>
    <message>
        <source>{site} has pages to listen to, not files to fetch.</source>
        <translation>{site} 提供的是试听页面，不是可获取的文件。</translation>
    </message>
    <message>
        <source>Mountsea needs the audio file itself.</source>
        <translation>Mountsea 需要音频文件本身。</translation>
    </message>
    <message>
        <source>Put your own file of the song into Dropbox or Google Drive and share it from there.</source>
        <translation>请把你自己的歌曲文件放到 Dropbox 或 Google Drive，再从那里分享。</translation>
    </message>
    <message>
        <source>This link leads to a page of {site}, not to the song.</source>
        <translation>这个链接打开的是 {site} 的页面，不是歌曲。</translation>
    </message>
    <message>
        <source>The link of that page itself can be turned into one to the song.</source>
        <translation>那个页面本身的链接可以转换成歌曲的链接。</translation>
    </message>
    <message>
        <source>Open it in a browser, copy the address it leads to and paste that instead.</source>
        <translation>请在浏览器里打开它，复制最后的地址，改为粘贴那个地址。</translation>
    </message>
    <message>
        <source>This link opens a web page, not a song.</source>
        <translation>此链接打开的是网页，不是歌曲。</translation>
    </message>
    <message>
        <source>{site} shows a page around the file.</source>
        <translation>{site} 把文件放在网页里显示。</translation>
    </message>
    <message>
        <source>Mountsea needs a link that leads straight to the audio file.</source>
        <translation>Mountsea 需要直接指向音频文件的链接。</translation>
    </message>
    <message>
        <source>Add “{end}” to the end of the link, and check again.</source>
        <translation>请在链接末尾加上“{end}”，然后重新检查。</translation>
    </message>
    <message>
        <source>Check that it is shared with everybody who has the link, or share the song from another place.</source>
        <translation>请确认它已共享给任何拥有链接的人，或从别处分享这首歌。</translation>
    </message>
    <message>
        <source>This is a file on your computer or network.</source>
        <translation>这是你电脑或本地网络上的文件。</translation>
    </message>
    <message>
        <source>Mountsea is elsewhere and cannot see it.</source>
        <translation>Mountsea 在别处，看不到它。</translation>
    </message>
    <message>
        <source>Put the song into Dropbox or Google Drive and paste its link.</source>
        <translation>请把歌曲放到 Dropbox 或 Google Drive，再粘贴它的链接。</translation>
    </message>
    <message>
        <source>This address exists in your own network only.</source>
        <translation>此地址只存在于你自己的网络里。</translation>
    </message>
    <message>
        <source>Mountsea is elsewhere and cannot reach it.</source>
        <translation>Mountsea 在别处，无法访问它。</translation>
    </message>
    <message>
        <source>This kind of address is never opened.</source>
        <translation>这类地址一律不会打开。</translation>
    </message>
    <message>
        <source>It is not a plain link to a file, or it has a name and a password in it.</source>
        <translation>它不是普通的文件链接，或者其中带有用户名和密码。</translation>
    </message>
    <message>
        <source>Paste a link that begins with https:// and needs no signing in.</source>
        <translation>请粘贴以 https:// 开头、无需登录的链接。</translation>
    </message>
    <message>
        <source>This song is very short.</source>
        <translation>这首歌曲很短。</translation>
    </message>
    <message>
        <source>Full-length songs teach a model more.</source>
        <translation>完整的歌曲能让模型学到更多。</translation>
    </message>
    <message>
        <source>Use the whole song if you have it.</source>
        <translation>如果有完整版，请使用完整版。</translation>
    </message>
    <message>
        <source>This song is longer than 8 minutes.</source>
        <translation>这首歌曲超过 8 分钟。</translation>
    </message>
    <message>
        <source>Mountsea may not take it.</source>
        <translation>Mountsea 可能不接受。</translation>
    </message>
    <message>
        <source>Use a shorter version if you have one.</source>
        <translation>如果有较短的版本，请使用较短的。</translation>
    </message>
    <message>
        <source>This may be the same song as “{other}”.</source>
        <translation>这首可能和“{other}”是同一首歌。</translation>
    </message>
    <message>
        <source>Both files have exactly the same size.</source>
        <translation>两个文件的大小完全相同。</translation>
    </message>
    <message>
        <source>Keep both only if they are different songs.</source>
        <translation>确定是不同的歌曲再都保留。</translation>
    </message>
    <message>
        <source>This link is not encrypted.</source>
        <translation>此链接没有加密。</translation>
    </message>
    <message>
        <source>It works, but others on the way could see which song is fetched.</source>
        <translation>可以使用，但途中别人能看到获取的是哪首歌曲。</translation>
    </message>
    <message>
        <source>Use https:// if the site offers it.</source>
        <translation>如果网站支持 https://，请使用它。</translation>
    </message>
    <message>
        <source>This link expires soon.</source>
        <translation>此链接即将过期。</translation>
    </message>
    <message>
        <source>Upload the song now, or make a new link to it.</source>
        <translation>请马上上传这首歌曲，或者为它生成新链接。</translation>
    </message>
    <message>
        <source>Something is not right here.</source>
        <translation>这里有些不对劲。</translation>
    </message>
    <message>
        <source>This version of the program has no words for it.</source>
        <translation>这个版本的程序还无法说明原因。</translation>
    </message>
    <message>
        <source>Look at the details, or try again.</source>
        <translation>请查看详情，或者再试一次。</translation>
    </message>
    <message>
        <source>It is checked again by itself from time to time. You can also upload it: Mountsea may be able to open it.</source>
        <translation>程序会不时自动重新检查它。你也可以直接上传：Mountsea 也许能打开它。</translation>
    </message>
    <message>
        <source>Its address cannot be found: this computer may be offline, or there is a typing mistake in it.</source>
        <translation>找不到它的地址：这台电脑可能没有联网，或者地址里有输入错误。</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Add songs</source>
        <translation>添加歌曲</translation>
    </message>
    <message>
        <source>One link per line, or any text with links in it. Six songs are enough; more are welcome.</source>
        <translation>每行一个链接，或任何含有链接的文字。六首歌就够，更多也欢迎。</translation>
    </message>
    <message>
        <source>Song links</source>
        <translation>歌曲链接</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs</source>
        <translation>
            <numerusform>添加 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>the same as line {n}</source>
        <translation>与第 {n} 行相同</translation>
    </message>
    <message>
        <source>the same as “{title}”, which is in the list</source>
        <translation>与列表中的“{title}”相同</translation>
    </message>
    <message>
        <source>from {site}</source>
        <translation>来自 {site}</translation>
    </message>
    <message>
        <source>From a text file…</source>
        <translation>从文本文件…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>粘贴链接</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n links</source>
        <translation>
            <numerusform>粘贴 %n 个链接</numerusform>
        </translation>
    </message>
    <message>
        <source>How do I get a link?</source>
        <translation>怎样获得链接？</translation>
    </message>
    <message>
        <source>“{other}” is in the list already</source>
        <translation>“{other}”已在列表中</translation>
    </message>
    <message numerus="yes">
        <source>%n songs can be uploaded.</source>
        <translation>
            <numerusform>%n 首歌曲可以上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>No link yet.</source>
        <translation>还没有链接。</translation>
    </message>
    <message numerus="yes">
        <source>%n more and you have six.</source>
        <translation>
            <numerusform>再来 %n 首就满六首了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number}: {text}</source>
        <translation>第 {number} 行：{text}</translation>
    </message>
    <message>
        <source>{title} – {what}</source>
        <translation>{title} – {what}</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n links were read; add the rest afterwards.</source>
        <translation>
            <numerusform>只读取了前 %n 个链接，其余的请稍后再添加。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists of links</source>
        <translation>链接列表</translation>
    </message>
    <message>
        <source>{path} is on this computer, and no link: close this, then “Add files…”, or drop it on the window.</source>
        <translation>{path} 在这台电脑上，不是链接：请关闭此窗口，再用“添加文件…”，或把它拖到窗口上。</translation>
    </message>
    <message>
        <source>“{name}” is a folder on this computer, and Mountsea is elsewhere and cannot see it. Put the songs into Dropbox or Google Drive and paste their links here; “Help” shows how.</source>
        <translation>“{name}”是这台电脑上的文件夹，而 Mountsea 在别处，看不到它。请把歌曲放到 Dropbox 或 Google Drive，再把链接粘贴到这里；“帮助”里有说明。</translation>
    </message>
    <message>
        <source>Line {number}: no link in “{text}”</source>
        <translation>第 {number} 行：“{text}”中没有链接</translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} · {note}</source>
        <translation>{text} · {note}</translation>
    </message>
    <message>
        <source>“{name}” is too large for a list of links.</source>
        <translation>“{name}”太大了，不像是链接列表。</translation>
    </message>
    <message>
        <source>“{name}” is written in an encoding that cannot be told for certain. Save it as UTF-8 and import it again.</source>
        <translation>“{name}”的文字编码无法确定。请把它另存为 UTF-8 后再导入。</translation>
    </message>
    <message>
        <source>“{name}” is not a list of links that can be read. Use a text, CSV or M3U file.</source>
        <translation>“{name}”不是可读取的链接列表。请使用文本、CSV 或 M3U 文件。</translation>
    </message>
    <message>
        <source>There is a picture on the clipboard, which holds no links. Copy the links themselves, as text.</source>
        <translation>剪贴板里是一张图片，里面没有链接。请以文字形式复制链接本身。</translation>
    </message>
    <message>
        <source>“{name}” is a song on this computer, and no link. Add it with “Add files…”, or drop it on the window.</source>
        <translation>“{name}”是这台电脑上的歌曲，不是链接。请用“添加文件…”添加，或把它拖到窗口上。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer, and no links. Add them with “Add files…”, or drop them on the window.</source>
        <translation>
            <numerusform>有 %n 首歌曲在这台电脑上，不是链接。请用“添加文件…”添加，或把它们拖到窗口上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links cannot work yet: they come into the list, too, which says why.</source>
        <translation>
            <numerusform>%n 个链接还不能用：也会加入列表，并在那里说明原因。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadeSongWords</name>
    <message>
        <source>Hear it</source>
        <translation>听听它</translation>
    </message>
    <message>
        <source>Have Mountsea make a song with it, from a description of your own.</source>
        <translation>写一段描述，让 Mountsea 用它做一首歌。</translation>
    </message>
    <message>
        <source>Hear it…</source>
        <translation>听听它…</translation>
    </message>
    <message>
        <source>A model learns the style of your songs: arrangement, harmony, sound. It does not learn a voice.</source>
        <translation>模型学的是你歌曲的风格：编曲、和声、音色。它学不会某个人的嗓音。</translation>
    </message>
    <message>
        <source>A song by “{name}”</source>
        <translation>让“{name}”做一首歌</translation>
    </message>
    <message>
        <source>Describe the song</source>
        <translation>描述这首歌</translation>
    </message>
    <message>
        <source>What is it about, and how does it sound?</source>
        <translation>它讲什么，听起来是什么样的？</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>或者从这里选一个开始：</translation>
    </message>
    <message>
        <source>A slow ballad about the sea at night</source>
        <translation>一首关于夜晚大海的慢歌</translation>
    </message>
    <message>
        <source>An upbeat summer song with a big chorus</source>
        <translation>一首欢快的夏日歌曲，副歌要响亮</translation>
    </message>
    <message>
        <source>A quiet piece for the end of a long day</source>
        <translation>一首适合漫长一天结束时听的安静曲子</translation>
    </message>
    <message>
        <source>A song about leaving home, hopeful in the end</source>
        <translation>一首离家的歌，结尾充满希望</translation>
    </message>
    <message>
        <source>Without a voice</source>
        <translation>不要人声</translation>
    </message>
    <message>
        <source>Title (may be left empty)</source>
        <translation>歌名（可以不填）</translation>
    </message>
    <message>
        <source>Describe the song first.</source>
        <translation>请先描述这首歌。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters, please.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one cost {amount} credits.</source>
        <translation>上一首花了 {amount} 积分。</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked for your balance.</source>
        <translation>请稍候：正在向 Mountsea 查询你的余额。</translation>
    </message>
    <message>
        <source>Your balance: {amount} credits.</source>
        <translation>你的余额：{amount} 积分。</translation>
    </message>
    <message>
        <source>Your balance is not known right now.</source>
        <translation>现在不知道你的余额。</translation>
    </message>
    <message>
        <source>That is less than the last one cost. Add credits at Mountsea first.</source>
        <translation>这比上一首花的还少。请先到 Mountsea 充值。</translation>
    </message>
    <message>
        <source>Mountsea usually makes two songs at once, in one or two minutes, and charges for them once.</source>
        <translation>Mountsea 通常一次做两首，需要一两分钟，只收一次费。</translation>
    </message>
    <message>
        <source>This is practice: no real credits are spent, and the songs are short tunes of the program&apos;s own.</source>
        <translation>这是练习：不会花真的积分，歌曲是程序自带的短曲。</translation>
    </message>
    <message>
        <source>Make the song</source>
        <translation>做这首歌</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was spent. Look at what is said above, then try again.</source>
        <translation>什么都没有发送，也没有花费。请看看上面的提示，再试一次。</translation>
    </message>
    <message>
        <source>Songs made</source>
        <translation>做好的歌</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asking Mountsea…</source>
        <translation>正在请求 Mountsea…</translation>
    </message>
    <message>
        <source>Mountsea is making it · {elapsed}</source>
        <translation>Mountsea 正在做 · {elapsed}</translation>
    </message>
    <message>
        <source>Made; being saved here…</source>
        <translation>做好了；正在存到这里…</translation>
    </message>
    <message>
        <source>Ready to be heard</source>
        <translation>可以听了</translation>
    </message>
    <message>
        <source>Untitled song</source>
        <translation>未命名的歌</translation>
    </message>
    <message>
        <source>{title} ({number})</source>
        <translation>{title}（{number}）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>再取一次</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>删除“{title}”？</translation>
    </message>
    <message>
        <source>Its file is deleted from this computer, and it cannot be fetched again from here.</source>
        <translation>它的文件会从这台电脑上删除，之后无法再从这里取回。</translation>
    </message>
    <message>
        <source>It is no longer listed here. What it may have cost stays among your credits.</source>
        <translation>它不再列在这里。它可能花掉的积分仍会记在你的积分里。</translation>
    </message>
    <message>
        <source>The file could not be deleted. Close whatever has it open, then try again.</source>
        <translation>文件没能删除。请关掉正在使用它的程序，再试一次。</translation>
    </message>
    <message>
        <source>The song was saved as “{name}”.</source>
        <translation>歌曲已另存为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” could not be written. Choose another folder.</source>
        <translation>“{name}”无法写入。请换一个文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs were made and can be heard.</source>
        <translation>
            <numerusform>做好了 %n 首歌，可以听了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mountsea does not say what a song costs. You will be shown what it cost; nothing is repeated by itself.</source>
        <translation>Mountsea 没有说明做一首歌要多少积分。花费了多少会显示给你看；没有任何事会自动重复。</translation>
    </message>
    <message>
        <source>The song&apos;s file is no longer in its folder. It is fetched again; that costs nothing.</source>
        <translation>歌曲文件已不在原文件夹中。正在重新获取，不收费。</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>新建模型</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Make another from these songs</source>
        <translation>用这些歌曲再做一个</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>{state} · archived</source>
        <translation>{state} · 已归档</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>显示已归档的模型</translation>
    </message>
    <message>
        <source>Collecting songs</source>
        <translation>正在收集歌曲</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>Can be created</source>
        <translation>可以创建</translation>
    </message>
    <message>
        <source>Waiting for your yes</source>
        <translation>等待你确认</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>尚不明确</translation>
    </message>
    <message>
        <source>Create the model</source>
        <translation>创建模型</translation>
    </message>
    <message numerus="yes">
        <source>%n credits, asked for once more before. Training takes 2 to 3 minutes.</source>
        <translation>
            <numerusform>%n 积分，花费前会再问一次。训练需要 2 到 3 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Give the model a name. Until then it keeps the last one.</source>
        <translation>请给模型起个名字。在此之前沿用原来的名称。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters, please. Until then it keeps the last name.</source>
        <translation>
            <numerusform>最多 %n 个字符。在此之前沿用原来的名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create model · %n credits</source>
        <translation>
            <numerusform>创建模型 · %n 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n more songs: a model needs six.</source>
        <translation>
            <numerusform>请再添加 %n 首歌曲：模型需要六首。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add six songs to begin.</source>
        <translation>先添加六首歌曲吧。</translation>
    </message>
    <message>
        <source>Next: upload the songs.</source>
        <translation>下一步：上传歌曲。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent. Keep the program open until they are.</source>
        <translation>
            <numerusform>%n 首歌曲正在这里等待发送，发送完之前请不要关闭程序。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are still on their way. You may close the program; they go on at Mountsea.</source>
        <translation>
            <numerusform>还有 %n 首歌曲正在上传。你可以关闭程序，Mountsea 会继续处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs need your attention.</source>
        <translation>
            <numerusform>有 %n 首歌曲需要你处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs failed: retry them, or add others.</source>
        <translation>
            <numerusform>有 %n 首歌曲失败：请重试，或添加其他歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model still needs %n more songs.</source>
        <translation>
            <numerusform>模型还需要 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are not uploaded yet.</source>
        <translation>
            <numerusform>另有 %n 首尚未上传。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name of more than %n characters may be cut at Mountsea.</source>
        <translation>
            <numerusform>超过 %n 个字符的名称，在 Mountsea 可能会被截短。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes of music.</source>
        <translation>
            <numerusform>共 %n 分钟音乐。</numerusform>
        </translation>
    </message>
    <message>
        <source>Training takes 2 to 3 minutes, and cannot be stopped once it has begun.</source>
        <translation>训练需要 2 到 3 分钟。开始后无法停止。</translation>
    </message>
    <message>
        <source>Mountsea takes “{first}” and “{second}” for the same song: it counts once.</source>
        <translation>Mountsea 认为“{first}”和“{second}”是同一首歌，只算一首。</translation>
    </message>
    <message>
        <source>“{name}” is ready</source>
        <translation>“{name}”已就绪</translation>
    </message>
    <message>
        <source>Songs: {titles}</source>
        <translation>歌曲：{titles}</translation>
    </message>
    <message>
        <source>Use it elsewhere</source>
        <translation>用在别处</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>再做一个</translation>
    </message>
    <message>
        <source>With the same songs, or some of them, as a new model. They are uploaded again.</source>
        <translation>用同样的歌曲，或其中几首，做一个新模型。歌曲会重新上传。</translation>
    </message>
    <message>
        <source>Mountsea had it already; it was found on {date}.</source>
        <translation>Mountsea 早已有这个模型；于 {date} 找到。</translation>
    </message>
    <message>
        <source>This is practice: there is no such model, and the ID works nowhere.</source>
        <translation>这是练习：并没有这个模型，这个 ID 在任何地方都不能使用。</translation>
    </message>
    <message>
        <source>Paste its ID wherever Mountsea, or a program that uses it, asks for a model.</source>
        <translation>在 Mountsea 或使用它的程序要求填写模型时，粘贴这个 ID。</translation>
    </message>
    <message>
        <source>While you wait</source>
        <translation>等待的时候</translation>
    </message>
    <message>
        <source>Nothing needs to be done. Training goes on at Mountsea when you close the program, and is shown here when you open it again.</source>
        <translation>什么都不用做。关闭程序后，训练会在 Mountsea 继续；再次打开时，结果会显示在这里。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message numerus="yes">
        <source>Tick %n more uploaded songs to train on.</source>
        <translation>
            <numerusform>请再勾选 %n 首已上传的歌曲用于训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Six songs uploaded. Your model can be created now.</source>
        <translation>六首歌曲已上传，现在可以创建模型了。</translation>
    </message>
    <message>
        <source>Asking Mountsea to create the model…</source>
        <translation>正在请 Mountsea 创建模型…</translation>
    </message>
    <message>
        <source>If you close the program now, the model may still be created: at the next start the program asks Mountsea what became of it, and never sends it again by itself.</source>
        <translation>即使现在关闭程序，模型仍可能被创建：下次启动时程序会向 Mountsea 询问结果，绝不会自行再次发送。</translation>
    </message>
    <message>
        <source>Training is going on</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>It is not clear whether the model is being created</source>
        <translation>尚不清楚模型是否正在创建</translation>
    </message>
    <message>
        <source>That has to wait until no song is on its way any more.</source>
        <translation>还有歌曲正在上传，请等它们完成后再试。</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was spent. Look at what is said above, then press again.</source>
        <translation>什么都没有发送，也没有花费积分。请看上面的说明，然后再点一次。</translation>
    </message>
    <message>
        <source>The model was not created. {why}</source>
        <translation>模型没有创建。{why}</translation>
    </message>
    <message>
        <source>Training · {elapsed}. That is longer than usual. Mountsea is still at it, and nothing needs to be done; you may close the program.</source>
        <translation>训练中 · {elapsed}。比平时久一些，Mountsea 仍在进行。你什么都不用做，也可以关闭程序。</translation>
    </message>
    <message>
        <source>Create this model?</source>
        <translation>创建这个模型？</translation>
    </message>
    <message>
        <source>This is practice: nothing is sent, and no real credits are spent.</source>
        <translation>这是练习：不会发送任何内容，也不会花费真实积分。</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” will learn from these %n songs:</source>
        <translation>
            <numerusform>“{name}”将从这 %n 首歌曲中学习：</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not clear whether “{name}”, from the same songs, is being created. If it is, this makes a second model, and another 100 credits are spent. Look at your balance and your models on Mountsea&apos;s site first.</source>
        <translation>用同样歌曲的“{name}”是否正在创建，目前并不清楚。如果是，这次会再创建一个模型，并再花费 100 积分。请先到 Mountsea 网站查看余额和模型。</translation>
    </message>
    <message>
        <source>Mountsea says that something is already being done with these uploads: a model may be being created from them. If you go on, there may be a second one, and another 100 credits are spent.</source>
        <translation>Mountsea 表示这些上传已经在处理中：可能正在用它们创建模型。如果继续，可能会出现第二个模型，并再花费 100 积分。</translation>
    </message>
    <message>
        <source>The last try was paid for, and no model came of it. This one costs another 100 credits.</source>
        <translation>上一次已经付费，但没有得到模型。这次要再花费 100 积分。</translation>
    </message>
    <message>
        <source>The last try may have been paid for, and no model came of it. This one costs another 100 credits.</source>
        <translation>上一次可能已经付费，但没有得到模型。这次要再花费 100 积分。</translation>
    </message>
    <message>
        <source>Nothing can be sent just now; it is tried again by itself.</source>
        <translation>现在无法发送；程序会自动再试。</translation>
    </message>
    <message>
        <source>“{name}” was created before: Mountsea has it already. Nothing was spent now.</source>
        <translation>“{name}”之前已经创建：Mountsea 已有这个模型。这次没有花费。</translation>
    </message>
    <message numerus="yes">
        <source>%n other songs of this model are not uploaded and are left out.</source>
        <translation>
            <numerusform>另有 %n 首歌曲尚未上传，不会用于训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>The model ID was copied.</source>
        <translation>已复制模型 ID。</translation>
    </message>
    <message>
        <source>“{before}” was renamed “{after}”.</source>
        <translation>“{before}”已改名为“{after}”。</translation>
    </message>
    <message>
        <source>“{name}” was put into the archive.</source>
        <translation>“{name}”已归档。</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for you to upload them.</source>
        <translation>
            <numerusform>还有 %n 首等你上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>Six are enough; 12 to 24 songs of one style are better.</source>
        <translation>六首就够；同一风格的 12 到 24 首更好。</translation>
    </message>
    <message>
        <source>It is not known whether more than 24 songs make a model better.</source>
        <translation>超过 24 首是否会让模型更好，目前并不清楚。</translation>
    </message>
    <message>
        <source>Your model can be created</source>
        <translation>可以创建模型了</translation>
    </message>
    <message numerus="yes">
        <source>It will learn from %n songs.</source>
        <translation>
            <numerusform>它将从 %n 首歌曲中学习。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can create it now, or wait for %n more songs.</source>
        <translation>
            <numerusform>现在就可以创建，也可以再等 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being trained</source>
        <translation>正在训练“{name}”</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>大约还要 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Training · {elapsed} · {left}. You may close the program.</source>
        <translation>训练中 · {elapsed} · {left}。可以关闭程序。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Your balance</source>
        <translation>你的余额</translation>
    </message>
    <message>
        <source>Balance afterwards</source>
        <translation>之后的余额</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} 积分</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>not known right now</source>
        <translation>暂时未知</translation>
    </message>
    <message>
        <source>Mountsea does not say how many credits you have; it is asked again every few seconds. {why}</source>
        <translation>Mountsea 没有告诉你还有多少积分；每隔几秒会再问一次。{why}</translation>
    </message>
    <message>
        <source>Your balance is lower than the price. Add credits at Mountsea first.</source>
        <translation>你的余额低于价格。请先到 Mountsea 充值积分。</translation>
    </message>
    <message>
        <source>To go on, tick what you agree to.</source>
        <translation>请先勾选你同意的选项，才能继续。</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked for your balance.</source>
        <translation>请稍等：正在向 Mountsea 查询余额。</translation>
    </message>
    <message>
        <source>I own the rights to these songs</source>
        <translation>我拥有这些歌曲的版权</translation>
    </message>
    <message numerus="yes">
        <source>Spend %n credits</source>
        <translation>
            <numerusform>花费 %n 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>再发送一次？</translation>
    </message>
    <message>
        <source>Mountsea accepted it the first time, under the number {receipt}, and never said how it ended. If you send it again, another 100 credits are spent, and there may be two models in the end. Ask Mountsea&apos;s support about that number first.</source>
        <translation>Mountsea 第一次已经接受，编号是 {receipt}，但一直没有说明结果。如果再次发送，会再花费 100 积分，最后可能会有两个模型。请先拿这个编号询问 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea never answered the first time. If it did create the model, sending again creates a second one, and another 100 credits are spent. Look at your balance and your models on Mountsea&apos;s site first.</source>
        <translation>第一次 Mountsea 一直没有回应。如果它其实已经创建了模型，再发送会创建第二个，并再花费 100 积分。请先到 Mountsea 网站查看你的余额和模型。</translation>
    </message>
    <message>
        <source>Mountsea did not say what has been done with these uploads. If a model is already being created from them, this makes a second one, and another 100 credits are spent. Look at your models on Mountsea&apos;s site first.</source>
        <translation>Mountsea 没有说明这些上传已经被用来做了什么。如果已经在用它们创建模型，这次会创建第二个，并再花费 100 积分。请先到 Mountsea 网站查看你的模型。</translation>
    </message>
    <message>
        <source>I take the risk</source>
        <translation>我愿意承担风险</translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n of your songs, finished {date}.</source>
        <translation>
            <numerusform>用你的 %n 首歌曲训练，完成于 {date}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>模型 ID</translation>
    </message>
    <message>
        <source>Copy model ID</source>
        <translation>复制模型 ID</translation>
    </message>
    <message>
        <source>Copy an example for developers</source>
        <translation>复制给开发者的示例</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
    </message>
    <message>
        <source>Start over with these songs</source>
        <translation>用这些歌曲重新开始</translation>
    </message>
    <message numerus="yes">
        <source>You have {balance} credits, and creating a model costs %n. Add some on Mountsea&apos;s site before then.</source>
        <translation>
            <numerusform>你有 {balance} 积分，而创建模型需要 %n 积分。请在那之前到 Mountsea 网站充值。</numerusform>
        </translation>
    </message>
    <message>
        <source>From these songs</source>
        <translation>用这些歌曲</translation>
    </message>
    <message>
        <source>Training · {elapsed}. In practice it takes half a minute, at Mountsea 2 to 3 minutes.</source>
        <translation>训练中 · {elapsed}。练习时约半分钟，在 Mountsea 实际需要 2 到 3 分钟。</translation>
    </message>
    <message>
        <source>In practice training takes half a minute, at Mountsea 2 to 3 minutes. It cannot be stopped once it has begun.</source>
        <translation>练习时训练约半分钟，在 Mountsea 实际需要 2 到 3 分钟。一旦开始就无法停止。</translation>
    </message>
    <message>
        <source>Paid; waiting for Mountsea</source>
        <translation>已付费，正在等待 Mountsea</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>现在再问一次</translation>
    </message>
    <message>
        <source>Mountsea is asked once more. As soon as it tells, it is shown here.</source>
        <translation>正在再次询问 Mountsea。一有答复就会显示在这里。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>So it was most likely paid for, and the model may still come. If you send it again, another 100 credits are spent, and there may be two models in the end. Ask Mountsea&apos;s support first.</source>
        <translation>所以它很可能已经付过费，模型也可能还会出现。如果再发送一次，会再花费 100 积分，最后可能会有两个模型。请先询问 Mountsea 的客服。</translation>
    </message>
    <message>
        <source>{amount} credits too few</source>
        <translation>还差 {amount} 积分</translation>
    </message>
    <message>
        <source>Too few credits</source>
        <translation>积分不足</translation>
    </message>
</context>
<context>
    <name>MountseaProblemWords</name>
    <message>
        <source>Mountsea&apos;s answer did not arrive.</source>
        <translation>没有收到 Mountsea 的回应。</translation>
    </message>
    <message>
        <source>The connection broke or took too long after something had been sent.</source>
        <translation>内容发出之后，连接中断或等待太久。</translation>
    </message>
    <message>
        <source>Check the internet connection before you send it again.</source>
        <translation>再次发送之前，请检查网络连接。</translation>
    </message>
    <message>
        <source>Mountsea had trouble of its own.</source>
        <translation>Mountsea 自身出了问题。</translation>
    </message>
    <message>
        <source>Its server answered with an error, which does not say whether it went through.</source>
        <translation>它的服务器返回了错误，无法得知是否已经成功。</translation>
    </message>
    <message>
        <source>Wait a few minutes before you send it again.</source>
        <translation>请等几分钟再发送。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s answer could not be understood.</source>
        <translation>无法理解 Mountsea 的回应。</translation>
    </message>
    <message>
        <source>Something on the way may have changed it, or Mountsea changed its ways.</source>
        <translation>可能途中被改动，也可能是 Mountsea 改变了方式。</translation>
    </message>
    <message>
        <source>If it happens again, send the details to Mountsea&apos;s support.</source>
        <translation>如果再次出现，请把详情发给 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea was still busy with the same thing.</source>
        <translation>Mountsea 还在处理同一件事。</translation>
    </message>
    <message>
        <source>It does not say whether this attempt counted.</source>
        <translation>它没有说明这次是否算数。</translation>
    </message>
    <message>
        <source>Mountsea did not accept it.</source>
        <translation>Mountsea 没有接受。</translation>
    </message>
    <message>
        <source>It says: “{said}”.</source>
        <translation>它说：“{said}”。</translation>
    </message>
    <message>
        <source>Correct what it names and try again.</source>
        <translation>请修正它指出的问题，然后再试。</translation>
    </message>
    <message>
        <source>Your Mountsea account may not do this.</source>
        <translation>你的 Mountsea 账户没有权限这样做。</translation>
    </message>
    <message>
        <source>Look at your account on Mountsea&apos;s site, then try again.</source>
        <translation>请到 Mountsea 网站查看你的账户，然后再试。</translation>
    </message>
    <message>
        <source>Mountsea does not know what was asked for.</source>
        <translation>Mountsea 找不到所要的内容。</translation>
    </message>
    <message>
        <source>It may have been too long ago, or the address of Mountsea is wrong.</source>
        <translation>可能时间太久了，也可能 Mountsea 的地址不对。</translation>
    </message>
    <message>
        <source>Try again; if it stays like this, start over with these songs.</source>
        <translation>请再试一次；如果还是这样，就用这些歌曲重新开始。</translation>
    </message>
    <message>
        <source>That was more than Mountsea takes.</source>
        <translation>超出了 Mountsea 能接受的大小。</translation>
    </message>
    <message>
        <source>Use a shorter link or fewer songs, and try again.</source>
        <translation>请使用更短的链接或更少的歌曲，然后再试。</translation>
    </message>
    <message>
        <source>No connection to Mountsea.</source>
        <translation>无法连接 Mountsea。</translation>
    </message>
    <message>
        <source>Its address cannot be found from here; this computer seems to be offline.</source>
        <translation>从这里找不到它的地址，这台电脑似乎没有联网。</translation>
    </message>
    <message>
        <source>Check the internet connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy cannot be used.</source>
        <translation>网络代理无法使用。</translation>
    </message>
    <message>
        <source>This computer is set to reach the internet through it, and it does not answer.</source>
        <translation>这台电脑设置为通过它上网，但它没有响应。</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer.</source>
        <translation>请联系设置这台电脑的人。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy asks for a name and a password.</source>
        <translation>网络代理要求用户名和密码。</translation>
    </message>
    <message>
        <source>Without them nothing gets through.</source>
        <translation>没有它们就无法通过。</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer to enter them in its proxy settings.</source>
        <translation>请让设置这台电脑的人在代理设置里填好。</translation>
    </message>
    <message>
        <source>It was issued by “{issuer}”, which this computer does not trust.</source>
        <translation>证书由“{issuer}”签发，而这台电脑不信任它。</translation>
    </message>
    <message>
        <source>The connection to Mountsea is not safe, so nothing was sent.</source>
        <translation>与 Mountsea 的连接不安全，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>Its certificate comes from somewhere this computer does not trust.</source>
        <translation>它的证书来自这台电脑不信任的地方。</translation>
    </message>
    <message>
        <source>In a studio or office, ask for its certificate to be installed on this computer.</source>
        <translation>如果在录音室或公司，请让人把那里的证书安装到这台电脑上。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: elsewhere it is {date}.</source>
        <translation>这台电脑的时钟不对：服务器上的时间是 {date}。</translation>
    </message>
    <message>
        <source>Set this computer&apos;s date, time and time zone.</source>
        <translation>请校正这台电脑的日期、时间和时区。</translation>
    </message>
    <message>
        <source>Its certificate is out of date or belongs to somebody else.</source>
        <translation>它的证书已过期，或者属于别人。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time, and whether the network asks you to sign in.</source>
        <translation>请检查这台电脑的日期和时间，以及网络是否要求登录。</translation>
    </message>
    <message>
        <source>The network answered instead of Mountsea.</source>
        <translation>回应的是网络，而不是 Mountsea。</translation>
    </message>
    <message>
        <source>It shows a web page, as networks do that ask you to sign in first.</source>
        <translation>它显示了一个网页，要求先登录的网络通常会这样。</translation>
    </message>
    <message>
        <source>Open any web page in a browser and sign in to the network.</source>
        <translation>请在浏览器里打开任意网页，并登录网络。</translation>
    </message>
    <message>
        <source>Mountsea cannot be reached.</source>
        <translation>无法访问 Mountsea。</translation>
    </message>
    <message>
        <source>It did not take the connection.</source>
        <translation>它没有接受连接。</translation>
    </message>
    <message>
        <source>Check the internet connection; Mountsea may also be down for a while.</source>
        <translation>请检查网络连接；也可能是 Mountsea 暂时停机。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not accept the name and the password.</source>
        <translation>网络代理没有接受这个用户名和密码。</translation>
    </message>
    <message>
        <source>{place} let nothing through. Some proxies also want another way of signing in.</source>
        <translation>{place} 没有放行。有些代理还要求别的登录方式。</translation>
    </message>
    <message>
        <source>Enter them again; if that does not help, ask whoever set up the network to let this program reach Mountsea without signing in.</source>
        <translation>请重新输入；如果还不行，请让设置网络的人允许本程序不登录就能访问 Mountsea。</translation>
    </message>
    <message>
        <source>Without them {place} lets nothing through.</source>
        <translation>没有它们，{place} 不会放行。</translation>
    </message>
    <message>
        <source>Sign in to it; everything goes on by itself then.</source>
        <translation>登录后一切会自动继续。</translation>
    </message>
    <message>
        <source>{todo} Everything goes on by itself afterwards.</source>
        <translation>{todo}之后一切会自动继续。</translation>
    </message>
    <message>
        <source>Not connected to Mountsea yet.</source>
        <translation>还没有连接 Mountsea。</translation>
    </message>
    <message>
        <source>There is no API token on this computer.</source>
        <translation>这台电脑上没有 API 密钥。</translation>
    </message>
    <message>
        <source>Enter your token; everything goes on by itself then.</source>
        <translation>请输入密钥，之后一切会自动继续。</translation>
    </message>
    <message>
        <source>Mountsea does not accept the API token.</source>
        <translation>Mountsea 不接受这个 API 密钥。</translation>
    </message>
    <message>
        <source>It may be mistyped, or it was withdrawn.</source>
        <translation>可能输错了，也可能已被撤销。</translation>
    </message>
    <message>
        <source>Enter a valid token; everything goes on by itself then.</source>
        <translation>请输入有效的密钥，之后一切会自动继续。</translation>
    </message>
    <message>
        <source>There are not enough credits in your Mountsea account.</source>
        <translation>你的 Mountsea 账户积分不足。</translation>
    </message>
    <message>
        <source>Creating a model costs 100 credits.</source>
        <translation>创建一个模型需要 100 积分。</translation>
    </message>
    <message>
        <source>Add credits on Mountsea&apos;s site; everything waits here.</source>
        <translation>请到 Mountsea 网站充值积分，这里会一直等你。</translation>
    </message>
    <message>
        <source>Mountsea asks for a little patience.</source>
        <translation>Mountsea 请你稍等片刻。</translation>
    </message>
    <message>
        <source>It had too many requests in a short time.</source>
        <translation>短时间内请求太多。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>你什么都不用做。</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Not connected to Mountsea yet.</source>
        <translation>尚未连接到 Mountsea。</translation>
    </message>
    <message>
        <source>Enter token…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>I have credits now</source>
        <translation>我已有积分</translation>
    </message>
    <message>
        <source>Trying again in {time}.</source>
        <translation>{time} 后自动重试。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message numerus="yes">
        <source>Picked up where you left off: %n songs are on their way.</source>
        <translation>
            <numerusform>已从上次的地方继续：有 %n 首歌曲正在处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were being sent when the program ended, and may have arrived. Mountsea is asked whether they did.</source>
        <translation>
            <numerusform>程序结束时有 %n 首歌曲正在发送，可能已经送达。正在向 Mountsea 查询。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>%n songs go on at Mountsea.</source>
        <translation>
            <numerusform>有 %n 首歌曲在 Mountsea 继续处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models go on being created at Mountsea.</source>
        <translation>
            <numerusform>有 %n 个模型在 Mountsea 继续创建。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent.</source>
        <translation>
            <numerusform>有 %n 首歌曲在这里等待发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were just being sent.</source>
        <translation>
            <numerusform>%n 首歌曲正在发送中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing what is being sent. The window closes by itself in a few seconds.</source>
        <translation>正在完成发送。窗口会在几秒后自动关闭。</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>立即关闭</translation>
    </message>
    <message>
        <source>Open the program again to see what became of it.</source>
        <translation>重新打开程序就能看到结果。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message>
        <source>You have {amount} credits.</source>
        <translation>你有 {amount} 积分。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>That was not done: {what} {todo}</source>
        <translation>操作没有完成：{what}{todo}</translation>
    </message>
    <message>
        <source>The record of your songs was damaged and has been set aside as “{path}”. A new one was begun. If a model was being created, look at your balance and your models on Mountsea&apos;s site before you create it again.</source>
        <translation>你的歌曲记录已损坏，已另存为“{path}”，并新建了一份。如果当时正在创建模型，请先到 Mountsea 网站查看余额和模型，再重新创建。</translation>
    </message>
    <message>
        <source>The record of your songs is no longer there: “{path}”. A new one was begun. If you have a copy, close the program and put it back. If a model was being created, look at your balance and your models on Mountsea&apos;s site before you create it again.</source>
        <translation>你的歌曲记录不见了：“{path}”。已经开始了一份新的。如果你有副本，请关闭程序并把它放回去。如果当时正在创建模型，再次创建之前，请先在 Mountsea 网站上查看余额和模型。</translation>
    </message>
    <message>
        <source>Other people who use this computer can write to the folder “{path}”, where your songs and settings are kept. Better let nobody but yourself write there.</source>
        <translation>使用这台电脑的其他人可以写入文件夹“{path}”，你的歌曲和设置就存放在那里。最好只允许你自己写入。</translation>
    </message>
    <message>
        <source>The settings could not be read and were set back to the usual ones.</source>
        <translation>无法读取设置，已恢复为默认设置。</translation>
    </message>
    <message>
        <source>The folder “{path}”, where your songs and settings are kept, is on a network drive that does not tell other computers that it is in use. Open this program on one computer at a time.</source>
        <translation>保存歌曲和设置的文件夹“{path}”位于网络驱动器上，而它不会告诉其他电脑自己正在使用中。请同一时间只在一台电脑上打开本程序。</translation>
    </message>
</context>
<context>
    <name>PlayerWords</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Close the player</source>
        <translation>关闭播放器</translation>
    </message>
    <message>
        <source>{now} of {length}</source>
        <translation>{now}，共 {length}</translation>
    </message>
    <message>
        <source>One moment: the song is being read.</source>
        <translation>请稍候：正在读取歌曲。</translation>
    </message>
    <message>
        <source>Open with your player</source>
        <translation>用你的播放器打开</translation>
    </message>
    <message>
        <source>This computer has no sound device for the program, so nothing is heard.</source>
        <translation>这台电脑没有程序可用的声音设备，所以听不到声音。</translation>
    </message>
    <message>
        <source>This is too long to be played here.</source>
        <translation>它太长了，无法在这里播放。</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>这个文件里没有声音。</translation>
    </message>
    <message>
        <source>This copy of the program cannot play sound.</source>
        <translation>这个版本的程序不能播放声音。</translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation>文件不在原来的地方。</translation>
    </message>
    <message>
        <source>The file cannot be read right now: its folder or drive is not there, or another program has it open. Reconnect the drive or close that program, then press “Play” again.</source>
        <translation>现在无法读取该文件：它所在的文件夹或驱动器不在，或者另一个程序正在使用它。请重新连接驱动器或关闭那个程序，然后再按“播放”。</translation>
    </message>
    <message>
        <source>This is no sound that the program can play, or it is damaged.</source>
        <translation>程序无法播放这个文件：它不是可播放的声音，或者已损坏。</translation>
    </message>
    <message>
        <source>M4A, AAC, Opus and WMA are not played here, but by your own player.</source>
        <translation>M4A、AAC、Opus 和 WMA 不能在这里播放，请用你自己的播放器打开。</translation>
    </message>
    <message>
        <source>The sound device does not answer, so nothing is heard. Press “Play” again in a moment, or open the song with your own player.</source>
        <translation>声音设备没有响应，所以听不到声音。请稍后再按“播放”，或者用你的播放器打开这首歌。</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>{before} {after}</source>
        <translation>{before}{after}</translation>
    </message>
</context>
<context>
    <name>ProgramProblemWords</name>
    <message>
        <source>The program was closed while this was being sent.</source>
        <translation>发送过程中程序被关闭了。</translation>
    </message>
    <message>
        <source>So nobody here knows whether it arrived.</source>
        <translation>因此无从得知是否已送达。</translation>
    </message>
    <message>
        <source>Send it again only if you accept that it may count twice.</source>
        <translation>只有在你能接受可能算两次时，才再次发送。</translation>
    </message>
    <message>
        <source>Mountsea does not say what became of it.</source>
        <translation>Mountsea 没有说明结果如何。</translation>
    </message>
    <message>
        <source>It was accepted under the number {task}.</source>
        <translation>它已被受理，编号为 {task}。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support about that number, or send it again.</source>
        <translation>请凭此编号询问 Mountsea 客服，或者再次发送。</translation>
    </message>
    <message>
        <source>Mountsea has trouble of its own.</source>
        <translation>Mountsea 自身出了问题。</translation>
    </message>
    <message>
        <source>Its servers are out of order for a while.</source>
        <translation>它的服务器暂时无法工作。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; everything goes on by itself afterwards.</source>
        <translation>你什么都不用做，恢复后一切会自动继续。</translation>
    </message>
    <message>
        <source>Mountsea took too long and gave up.</source>
        <translation>Mountsea 耗时太久，已经放弃。</translation>
    </message>
    <message>
        <source>It did not finish in the time it allows itself.</source>
        <translation>它没有在自己限定的时间内完成。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>请几分钟后再试。</translation>
    </message>
    <message>
        <source>Mountsea did not answer the first question.</source>
        <translation>Mountsea 没有回应最初的请求。</translation>
    </message>
    <message>
        <source>No song was sent yet, and nothing was spent.</source>
        <translation>还没有发送歌曲，也没有花费积分。</translation>
    </message>
    <message>
        <source>Press “Upload” again.</source>
        <translation>请再点一次“上传”。</translation>
    </message>
    <message>
        <source>Mountsea no longer knows these uploads.</source>
        <translation>Mountsea 已经找不到这些上传。</translation>
    </message>
    <message>
        <source>They may have been waiting for too long.</source>
        <translation>可能等待的时间太久了。</translation>
    </message>
    <message>
        <source>Start over with these songs: all links are kept and uploaded anew.</source>
        <translation>请用这些歌曲重新开始：所有链接都会保留并重新上传。</translation>
    </message>
    <message>
        <source>Mountsea accepted it under the number {task}, and does not say what became of it.</source>
        <translation>Mountsea 已经接受，编号是 {task}，但没有说明结果。</translation>
    </message>
    <message>
        <source>Mountsea never said whether it creates the model.</source>
        <translation>Mountsea 一直没有说明是否在创建模型。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, and {back} given back on {back_at}.</source>
        <translation>Mountsea 的记录显示：{at} 因创建模型扣除了 {amount} 积分，并于 {back_at} 退还了 {back} 积分。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}.</source>
        <translation>Mountsea 的记录显示：{at} 因创建模型扣除了 {amount} 积分。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, which may have been this one or another.</source>
        <translation>Mountsea 的记录显示：{at} 因创建模型扣除了 {amount} 积分，可能是这个模型，也可能是另一个。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show no charge for it.</source>
        <translation>Mountsea 的记录中没有为此扣费。</translation>
    </message>
    <message>
        <source>Your balance went from {before} to {after} credits, which does not tell whether it was paid for.</source>
        <translation>你的余额从 {before} 变为 {after} 积分，但这不能说明是否为此扣了费。</translation>
    </message>
    <message>
        <source>It says: “{said}”.</source>
        <translation>它说：“{said}”。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support for them before you pay for another try.</source>
        <translation>再次付费之前，请先向 Mountsea 客服询问这些积分。</translation>
    </message>
    <message>
        <source>You can create it again.</source>
        <translation>你可以重新创建。</translation>
    </message>
    <message>
        <source>{before} {after}</source>
        <translation>{before}{after}</translation>
    </message>
    <message>
        <source>Free some space on this computer.</source>
        <translation>请在这台电脑上腾出一些空间。</translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <translation>请关闭那个程序，或等它完成。</translation>
    </message>
    <message>
        <source>Allow writing to the program&apos;s folder.</source>
        <translation>请允许写入本程序的文件夹。</translation>
    </message>
    <message>
        <source>There is a folder where the record of your songs should be.</source>
        <translation>在应存放歌曲记录的位置有一个文件夹。</translation>
    </message>
    <message>
        <source>It has the same name, journal.sqlite3, and stands in the program&apos;s folder.</source>
        <translation>它的名称同为 journal.sqlite3，位于程序的文件夹中。</translation>
    </message>
    <message>
        <source>Rename that folder, then open the program again.</source>
        <translation>请重命名该文件夹，然后重新打开程序。</translation>
    </message>
    <message>
        <source>Bring it back.</source>
        <translation>请让它恢复可用。</translation>
    </message>
    <message>
        <source>Wait: the model appears here as soon as Mountsea tells.</source>
        <translation>请稍等：一有消息，模型就会出现在这里。</translation>
    </message>
    <message>
        <source>Wait some minutes; if nothing appears, you can send it again.</source>
        <translation>请等几分钟；如果一直没有出现，可以再次发送。</translation>
    </message>
    <message>
        <source>Your balance does not tell either.</source>
        <translation>从你的余额也看不出来。</translation>
    </message>
    <message>
        <source>Look at your models on Mountsea&apos;s site before you send it again.</source>
        <translation>再次发送之前，请先到 Mountsea 网站查看你的模型。</translation>
    </message>
    <message>
        <source>Wait; if the model never appears here, ask Mountsea&apos;s support about that number.</source>
        <translation>请稍等；如果模型一直没有出现，请拿这个编号询问 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Your balance is not known yet.</source>
        <translation>目前还不知道你的余额。</translation>
    </message>
    <message>
        <source>It gives no reason.</source>
        <translation>它没有说明原因。</translation>
    </message>
    <message>
        <source>Look at your balance before you create it again.</source>
        <translation>再次创建之前，请先看看你的余额。</translation>
    </message>
    <message>
        <source>Mountsea could not train it.</source>
        <translation>Mountsea 未能训练它。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Nothing is sent that could not be written down first.</source>
        <translation>凡是不能先记录下来的，都不会发送。</translation>
    </message>
    <message>
        <source>The record of your songs is in use.</source>
        <translation>你的歌曲记录正被占用。</translation>
    </message>
    <message>
        <source>Another program, a backup for example, holds it.</source>
        <translation>另一个程序（例如备份）正在使用它。</translation>
    </message>
    <message>
        <source>The record of your songs cannot be written.</source>
        <translation>无法写入你的歌曲记录。</translation>
    </message>
    <message>
        <source>Its folder is read-only.</source>
        <translation>它所在的文件夹是只读的。</translation>
    </message>
    <message>
        <source>The record of your songs is damaged.</source>
        <translation>你的歌曲记录已损坏。</translation>
    </message>
    <message>
        <source>The disk or another program has changed it.</source>
        <translation>磁盘或其他程序改动了它。</translation>
    </message>
    <message>
        <source>Close the program and open it again.</source>
        <translation>请关闭程序，再重新打开。</translation>
    </message>
    <message>
        <source>The record of your songs was written by a newer version of this program.</source>
        <translation>你的歌曲记录是由更新版本的程序写入的。</translation>
    </message>
    <message>
        <source>This version would not understand it.</source>
        <translation>这个版本无法读懂它。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>请安装新版本。</translation>
    </message>
    <message>
        <source>The program&apos;s folder cannot be reached.</source>
        <translation>无法访问程序的文件夹。</translation>
    </message>
    <message>
        <source>The disk may have been unplugged, or the folder was moved.</source>
        <translation>可能是磁盘被拔掉，或者文件夹被移动了。</translation>
    </message>
    <message>
        <source>What was charged for it was given back.</source>
        <translation>为它扣除的积分已经退还。</translation>
    </message>
    <message>
        <source>You can have one made again.</source>
        <translation>你可以再做一首。</translation>
    </message>
    <message>
        <source>Look at your credits before you have another one made.</source>
        <translation>再做一首之前，请先看看你的积分。</translation>
    </message>
    <message>
        <source>Mountsea made no song.</source>
        <translation>Mountsea 没有做出歌曲。</translation>
    </message>
    <message>
        <source>Mountsea says that the song is done, and does not say where it is.</source>
        <translation>Mountsea 说歌曲做好了，却没有说它在哪里。</translation>
    </message>
    <message>
        <source>Ask for it again; that costs nothing.</source>
        <translation>再取一次；这不花钱。</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full.</source>
        <translation>这台电脑的磁盘满了。</translation>
    </message>
    <message>
        <source>The program&apos;s folder cannot be written.</source>
        <translation>程序的文件夹无法写入。</translation>
    </message>
    <message>
        <source>The song is made, and could not be saved here.</source>
        <translation>歌曲做好了，但没能存到这里。</translation>
    </message>
    <message>
        <source>Put that right, then ask for it again; that costs nothing.</source>
        <translation>先解决这个问题，再取一次；这不花钱。</translation>
    </message>
    <message>
        <source>Mountsea took the order and no longer knows of it.</source>
        <translation>Mountsea 接受了这个请求，现在却查不到它了。</translation>
    </message>
    <message>
        <source>Its number is {task}.</source>
        <translation>它的编号是 {task}。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support about that number.</source>
        <translation>请用这个编号询问 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea never said whether it makes the song.</source>
        <translation>Mountsea 没有说它是否在做这首歌。</translation>
    </message>
    <message>
        <source>Its records of your credits are being looked at.</source>
        <translation>正在查看它的积分记录。</translation>
    </message>
    <message>
        <source>Look at your songs on Mountsea&apos;s site before you have another one made.</source>
        <translation>再做一首之前，请先到 Mountsea 网站看看你的歌曲。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}.</source>
        <translation>Mountsea 的记录显示，{at} 为一首歌扣了 {amount} 积分。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}, which may have been this one or another.</source>
        <translation>Mountsea 的记录显示，{at} 为一首歌扣了 {amount} 积分，可能是这一首，也可能是别的。</translation>
    </message>
    <message>
        <source>Whether it was charged for is not known yet.</source>
        <translation>是否为它扣了积分，现在还不知道。</translation>
    </message>
    <message>
        <source>The Suno account that Mountsea chose has as many models as it may.</source>
        <translation>Mountsea 选用的 Suno 账户，模型数量已达上限。</translation>
    </message>
    <message>
        <source>Start over: a new session may get another account. All songs are uploaded again, which may cost credits again.</source>
        <translation>重新开始：新的会话可能会用另一个账户。所有歌曲都要重新上传，可能会再花积分。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}, and given back.</source>
        <translation>Mountsea 的记录显示：{at} 为一首歌扣除了 {amount} 积分，并已退还。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, and given back on {back_at}.</source>
        <translation>Mountsea 的记录显示：{at} 因创建模型扣除了 {amount} 积分，并于 {back_at} 退还。</translation>
    </message>
    <message>
        <source>Your balance is {after} credits, as before, which does not prove that nothing was charged.</source>
        <translation>你的余额是 {after} 积分，与之前相同，但这不能证明没有扣费。</translation>
    </message>
</context>
<context>
    <name>ProgramWords</name>
    <message>
        <source>Mountsea Desktop</source>
        <translation>Mountsea Desktop</translation>
    </message>
    <message>
        <source>{model} – Mountsea Desktop</source>
        <translation>{model} – Mountsea Desktop</translation>
    </message>
    <message>
        <source>Practice · nothing is charged</source>
        <translation>练习 · 不会扣费</translation>
    </message>
    <message>
        <source>Try with sample songs</source>
        <translation>用示例歌曲试试</translation>
    </message>
    <message>
        <source>The practice window could not be opened.</source>
        <translation>无法打开练习窗口。</translation>
    </message>
    <message>
        <source>Practice mode: nothing is sent, nothing is charged, and nothing is kept.</source>
        <translation>练习模式：不会发送任何内容，不会扣积分，也不会保留记录。</translation>
    </message>
    <message>
        <source>This program is set up to send everything, your token too, to {hosts}. Not all of these are Mountsea&apos;s own addresses.</source>
        <translation>这个程序被设置为把所有内容（包括你的密钥）发送到 {hosts}。其中有的不是 Mountsea 自己的地址。</translation>
    </message>
    <message>
        <source>Mountsea Desktop cannot start</source>
        <translation>Mountsea Desktop 无法启动</translation>
    </message>
    <message>
        <source>The address in {variable} cannot be used: “{value}”. It must begin with https:// and name a host, for example https://api.mountsea.ai. Correct it, or remove {variable} to use the usual address.</source>
        <translation>{variable} 里的地址无法使用：“{value}”。它必须以 https:// 开头并带有主机名，例如 https://api.mountsea.ai。请改正它，或者删除 {variable} 以使用默认地址。</translation>
    </message>
    <message>
        <source>Practice mode needs a folder for temporary files, and none can be written to. Free some space on this computer, or allow writing to that folder, and start again.</source>
        <translation>练习模式需要一个存放临时文件的文件夹，但没有可以写入的。请在这台电脑上腾出一些空间，或允许写入该文件夹，然后重新启动。</translation>
    </message>
    <message>
        <source>Put that right, choose another folder, or start without --profile.</source>
        <translation>请解决这个问题，或选择别的文件夹，或不带 --profile 启动。</translation>
    </message>
    <message>
        <source>Put that right and start again.</source>
        <translation>请解决这个问题，然后重新启动。</translation>
    </message>
    <message>
        <source>The folder “{path}” for settings and songs is not there and cannot be made. Its drive may not be plugged in.</source>
        <translation>存放设置和歌曲的文件夹“{path}”不存在，也无法创建。它所在的驱动器可能没有接上。</translation>
    </message>
    <message>
        <source>Settings and songs need a folder at “{path}”, and there is a file in its place.</source>
        <translation>设置和歌曲需要存放在文件夹“{path}”中，但那里是一个文件。</translation>
    </message>
    <message>
        <source>The folder “{path}” with settings and songs cannot be read.</source>
        <translation>存放设置和歌曲的文件夹“{path}”无法读取。</translation>
    </message>
    <message>
        <source>Other people who use this computer can write to the folder “{path}” for settings and songs, and a file in it is a link to another place, which may be theirs.</source>
        <translation>使用这台电脑的其他人可以写入存放设置和歌曲的文件夹“{path}”，而且其中一个文件是指向别处的链接，那里可能是他们的地方。</translation>
    </message>
    <message>
        <source>The disk is full, so that nothing can be written to the folder “{path}” for settings and songs.</source>
        <translation>磁盘已满，无法写入存放设置和歌曲的文件夹“{path}”。</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder “{path}” for settings and songs. It or its disk is read-only, or it belongs to somebody else.</source>
        <translation>无法写入存放设置和歌曲的文件夹“{path}”。它或所在磁盘是只读的，或者它属于别人。</translation>
    </message>
    <message>
        <source>{what} {todo} Nothing was changed.</source>
        <translation>{what}{todo}没有做任何更改。</translation>
    </message>
    <message>
        <source>Something unexpected happened, and the window could not be opened. Your songs and models are safe on this computer. Start the program again; if this comes back, send these words to its makers: {details}</source>
        <translation>发生了意外情况，窗口无法打开。你的歌曲和模型在这台电脑上是安全的。请重新启动程序；如果再次出现，请把这段文字发给程序的作者：{details}</translation>
    </message>
    <message>
        <source>There is no screen to open the window on. Start the program in a desktop session; to practise without a screen, set QT_QPA_PLATFORM=offscreen and use --demo --autoplay.</source>
        <translation>没有可以打开窗口的屏幕。请在桌面会话中启动程序；如需在没有屏幕时练习，请设置 QT_QPA_PLATFORM=offscreen 并使用 --demo --autoplay。</translation>
    </message>
    <message>
        <source>This computer has no certificates to check a connection with. On Linux, install the package ca-certificates.</source>
        <translation>这台电脑没有用于验证连接的证书。在 Linux 上请安装软件包 ca-certificates。</translation>
    </message>
    <message>
        <source>No font on this computer has Chinese characters, which the names of songs may have. On Linux, install the package fonts-noto-cjk.</source>
        <translation>这台电脑上没有含中文字符的字体，而歌名可能含有中文。在 Linux 上，请安装软件包 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}. Choose another folder.</source>
        <translation>无法将图片保存为 {path}，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The practice job did not come to its end.</source>
        <translation>练习没有完成。</translation>
    </message>
    <message>
        <source>Picture: {path}</source>
        <translation>图片：{path}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <source>Your songs and models are safe on this computer. You can go on; if something looks wrong, close the program and open it again. The report below holds no token; read it before you copy it.</source>
        <translation>你的歌曲和模型都安全地保存在这台电脑上。你可以继续使用；如果有什么不对劲，请关闭程序再重新打开。下面的报告不含密钥，复制前请先看一看。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer for a folder on the computer itself.</source>
        <translation>请设置这台电脑的人提供一个位于电脑本身的文件夹。</translation>
    </message>
    <message>
        <source>The folder “{path}” for settings and songs is on a drive that cannot lock files. Two computers could use it at the same time, and pay for a model twice.</source>
        <translation>用于设置和歌曲的文件夹“{path}”所在的驱动器无法锁定文件。两台电脑可能会同时使用它，并为同一个模型付费两次。</translation>
    </message>
    <message>
        <source>Mountsea Desktop is already open with this profile, on this computer or on another one that uses the same drive, and its window did not answer.</source>
        <translation>Mountsea Desktop 已经用这个配置打开了，可能在这台电脑上，也可能在使用同一驱动器的另一台电脑上，而它的窗口没有响应。</translation>
    </message>
    <message>
        <source>{model} – practice – Mountsea Desktop</source>
        <translation>{model} – 练习 – Mountsea Desktop</translation>
    </message>
    <message>
        <source>Practice · free</source>
        <translation>练习 · 免费</translation>
    </message>
    <message>
        <source>Practice opens in a window of its own.</source>
        <translation>练习会在单独的窗口中打开。</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Songs uploaded at the same time</source>
        <translation>同时上传的歌曲数</translation>
    </message>
    <message>
        <source>Tell me when something is done or stuck</source>
        <translation>完成或卡住时通知我</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Address of the proxy script</source>
        <translation>代理脚本地址</translation>
    </message>
    <message>
        <source>Reached without the proxy</source>
        <translation>不经过代理的地址</translation>
    </message>
    <message>
        <source>Extra certificate file</source>
        <translation>额外的证书文件</translation>
    </message>
    <message>
        <source>Mountsea&apos;s address</source>
        <translation>Mountsea 的地址</translation>
    </message>
    <message>
        <source>Mountsea&apos;s address for credits</source>
        <translation>Mountsea 的积分查询地址</translation>
    </message>
    <message>
        <source>A token may be kept until the program closes</source>
        <translation>允许将密钥保留到程序关闭</translation>
    </message>
    <message>
        <source>Offer practice mode</source>
        <translation>提供练习模式</translation>
    </message>
    <message>
        <source>Storage for songs on this computer</source>
        <translation>本机歌曲的存储</translation>
    </message>
    <message>
        <source>Address of the storage service</source>
        <translation>存储服务的地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>Folder in the bucket</source>
        <translation>存储桶中的文件夹</translation>
    </message>
    <message>
        <source>The bucket&apos;s name is part of the path</source>
        <translation>存储桶名称是路径的一部分</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>File that holds the secret access key</source>
        <translation>存放访问密钥的文件</translation>
    </message>
    <message>
        <source>Folder that is published on the web</source>
        <translation>在网上公开的文件夹</translation>
    </message>
    <message>
        <source>Web address of that folder</source>
        <translation>该文件夹的网址</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>窗口的语言。</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>浅色或深色。</translation>
    </message>
    <message>
        <source>How many songs are sent to Mountsea together, from 1 to 8.</source>
        <translation>同时发送给 Mountsea 的歌曲数，从 1 到 8。</translation>
    </message>
    <message>
        <source>Notifications of the desktop, while the window is not in front.</source>
        <translation>窗口不在前台时的桌面通知。</translation>
    </message>
    <message>
        <source>How this computer reaches the internet. The four settings of the proxy are always taken from one place together.</source>
        <translation>这台电脑访问互联网的方式。代理的四项设置始终整体取自同一处。</translation>
    </message>
    <message>
        <source>For example http://proxy.example:3128 or socks5://proxy.example:1080. Without a name and a password: the window asks for them, and they are kept in the password store.</source>
        <translation>例如 http://proxy.example:3128 或 socks5://proxy.example:1080。不要包含用户名和密码：窗口会询问，并将其保存在密码库中。</translation>
    </message>
    <message>
        <source>A proxy.pac file: http://, https:// or file://.</source>
        <translation>proxy.pac 文件：http://、https:// 或 file://。</translation>
    </message>
    <message>
        <source>Hosts, domains and address ranges, separated by commas: server.example, .example, *.lan, 10.0.0.0/8, &lt;local&gt;.</source>
        <translation>以逗号分隔的主机、域名和地址范围：server.example, .example, *.lan, 10.0.0.0/8, &lt;local&gt;。</translation>
    </message>
    <message>
        <source>A PEM file with certificates that are trusted besides those of the system, for a company&apos;s own certificate authority.</source>
        <translation>PEM 文件，其中的证书会在系统证书之外受到信任，用于公司自己的证书颁发机构。</translation>
    </message>
    <message>
        <source>Only for another gateway than Mountsea&apos;s own. A token belongs to its gateway: for another one it has to be entered anew.</source>
        <translation>仅在使用 Mountsea 以外的网关时需要。密钥属于对应的网关：更换网关后须重新输入。</translation>
    </message>
    <message>
        <source>Where the gateway tells the balance.</source>
        <translation>网关提供余额查询的地址。</translation>
    </message>
    <message>
        <source>Where this computer has no password store, a person may keep the token in memory until the program closes.</source>
        <translation>如果这台电脑没有密码库，可以将密钥保留在内存中，直到程序关闭。</translation>
    </message>
    <message>
        <source>The window offers to practise without a token, where nothing is sent or charged.</source>
        <translation>窗口提供无需密钥的练习模式，不会发送任何内容，也不会扣费。</translation>
    </message>
    <message>
        <source>Where songs that are only on this computer are put, so that Mountsea can fetch them. The settings of the storage are always taken from one place together.</source>
        <translation>仅存在于这台电脑上的歌曲的存放处，供 Mountsea 下载。存储的各项设置始终整体取自同一处。</translation>
    </message>
    <message>
        <source>For example https://s3.eu-central-1.example.</source>
        <translation>例如 https://s3.eu-central-1.example。</translation>
    </message>
    <message>
        <source>Where the service wants one, for example eu-central-1.</source>
        <translation>服务需要时填写，例如 eu-central-1。</translation>
    </message>
    <message>
        <source>The bucket that the songs are put into.</source>
        <translation>存放歌曲的存储桶。</translation>
    </message>
    <message>
        <source>What the names of the songs begin with, for example studio-1/.</source>
        <translation>歌曲名称的前缀，例如 studio-1/。</translation>
    </message>
    <message>
        <source>For services that do not give each bucket a host name of its own.</source>
        <translation>用于不为每个存储桶提供独立主机名的服务。</translation>
    </message>
    <message>
        <source>The secret that belongs to it is in the password store or in a file.</source>
        <translation>与之对应的密钥保存在密码库或文件中。</translation>
    </message>
    <message>
        <source>A file with nothing but the secret, readable for those who use the program.</source>
        <translation>只包含密钥的文件，使用本程序的人必须能够读取。</translation>
    </message>
    <message>
        <source>A folder on this computer or network that a web server shows to everybody.</source>
        <translation>这台电脑或网络上由网站服务器公开的文件夹。</translation>
    </message>
    <message>
        <source>The address at which a file in that folder can be fetched.</source>
        <translation>可以下载该文件夹中文件的网址。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>使用系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>By a script (PAC)</source>
        <translation>通过脚本 (PAC)</translation>
    </message>
    <message>
        <source>A bucket (S3)</source>
        <translation>存储桶 (S3)</translation>
    </message>
    <message>
        <source>A folder on the web</source>
        <translation>网上的文件夹</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>set by your administrator in {place}</source>
        <translation>由管理员在 {place} 中设定</translation>
    </message>
    <message>
        <source>given for this run, by the environment or the command line</source>
        <translation>本次运行由环境变量或命令行指定</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>在此窗口中设定</translation>
    </message>
    <message>
        <source>your administrator&apos;s default in {place}</source>
        <translation>管理员在 {place} 中的默认值</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Take over the settings in “{name}”?</source>
        <translation>采用“{name}”中的设置吗？</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>{name}: stays, because your administrator has set it</source>
        <translation>{name}：保持不变，因为由管理员设定</translation>
    </message>
    <message>
        <source>Another gateway is used from the next start on. The token of the old one stays behind: you will be asked for a new one.</source>
        <translation>下次启动起将使用另一个网关。原网关的密钥不会带过去：届时需要输入新的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in “{name}” differs from what is set.</source>
        <translation>“{name}”中的设置与当前设置没有差别。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {details}</source>
        <translation>无法读取“{name}”：{details}</translation>
    </message>
    <message>
        <source>From the next start on. The token of the old gateway stays behind.</source>
        <translation>下次启动起生效。原网关的密钥不会带过去。</translation>
    </message>
    <message>
        <source>Needed: until it is filled in, everything stays as it was.</source>
        <translation>必填：填写之前，一切保持原样。</translation>
    </message>
    <message>
        <source>Leave the name and the password out: the program asks for them.</source>
        <translation>请去掉用户名和密码：程序会询问。</translation>
    </message>
    <message>
        <source>This cannot be used. Possible: {values}.</source>
        <translation>无法使用。可填：{values}。</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>由管理员设定</translation>
    </message>
    <message>
        <source>Given for this run</source>
        <translation>本次运行指定</translation>
    </message>
    <message>
        <source>{place} cannot be read, so nothing in it counts: {details}</source>
        <translation>无法读取 {place}，其中的设置均不生效：{details}</translation>
    </message>
    <message>
        <source>{key} in {place} is not a setting. Look for a typing error.</source>
        <translation>{place} 中的 {key} 不是设置项，请检查是否有拼写错误。</translation>
    </message>
    <message>
        <source>{key} in {place} has a name or a password in it. Take it out: the window asks for it.</source>
        <translation>{place} 中的 {key} 含有用户名或密码。请将其去掉：窗口会询问。</translation>
    </message>
    <message>
        <source>{key} is missing or cannot be used in {place}, so what belongs with it does not count either.</source>
        <translation>{place} 中缺少 {key} 或其值无法使用，因此相关设置也不生效。</translation>
    </message>
    <message>
        <source>{key} in {place} cannot be used. Possible: {values}.</source>
        <translation>{place} 中 {key} 的值无法使用。可填：{values}。</translation>
    </message>
    <message>
        <source>the full path of a file</source>
        <translation>文件的完整路径</translation>
    </message>
    <message>
        <source>the full path of a folder</source>
        <translation>文件夹的完整路径</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>一个地址</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>Advanced: proxy, certificates, gateway</source>
        <translation>高级：代理、证书、网关</translation>
    </message>
</context>
<context>
    <name>SongProblemWords</name>
    <message>
        <source>Too short for training.</source>
        <translation>太短，无法用于训练。</translation>
    </message>
    <message>
        <source>Mountsea wants longer songs.</source>
        <translation>Mountsea 需要更长的歌曲。</translation>
    </message>
    <message>
        <source>Use the full-length song.</source>
        <translation>请使用完整的歌曲。</translation>
    </message>
    <message>
        <source>Too long for training.</source>
        <translation>太长，无法用于训练。</translation>
    </message>
    <message>
        <source>Songs of up to 8 minutes are known to work.</source>
        <translation>已知 8 分钟以内的歌曲可以使用。</translation>
    </message>
    <message>
        <source>Use a shorter version.</source>
        <translation>请使用较短的版本。</translation>
    </message>
    <message>
        <source>Mountsea could not read the audio.</source>
        <translation>Mountsea 无法读取音频。</translation>
    </message>
    <message>
        <source>The file may be damaged or of an unusual kind.</source>
        <translation>文件可能已损坏，或者格式少见。</translation>
    </message>
    <message>
        <source>Export the song again as MP3 or WAV, and put the new link here.</source>
        <translation>请把歌曲重新导出为 MP3 或 WAV，再换上新链接。</translation>
    </message>
    <message>
        <source>Mountsea could not download the song.</source>
        <translation>Mountsea 无法下载这首歌曲。</translation>
    </message>
    <message>
        <source>The link did not lead it straight to the audio file.</source>
        <translation>链接没有直接指向音频文件。</translation>
    </message>
    <message>
        <source>Make sure the link opens for everybody without signing in, then retry.</source>
        <translation>请确认链接无需登录、人人都能打开，然后重试。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s own check took too long.</source>
        <translation>Mountsea 自己的检查花了太久。</translation>
    </message>
    <message>
        <source>That passes by itself.</source>
        <translation>过一会儿就好。</translation>
    </message>
    <message>
        <source>Retry in a minute.</source>
        <translation>请一分钟后重试。</translation>
    </message>
    <message>
        <source>Too many songs at once for Mountsea.</source>
        <translation>一次给 Mountsea 的歌曲太多了。</translation>
    </message>
    <message>
        <source>Retry in a few minutes.</source>
        <translation>请几分钟后重试。</translation>
    </message>
    <message>
        <source>Mountsea could not use this song.</source>
        <translation>Mountsea 无法使用这首歌曲。</translation>
    </message>
    <message>
        <source>Its own words are under Details.</source>
        <translation>它的原话在“详情”里。</translation>
    </message>
    <message>
        <source>Retry, or use another version of the song.</source>
        <translation>请重试，或者换用这首歌曲的其他版本。</translation>
    </message>
    <message>
        <source>Recognised as a published recording.</source>
        <translation>被识别为已发行的录音。</translation>
    </message>
    <message>
        <source>It may well be your own release: the check cannot tell.</source>
        <translation>很可能就是你自己发行的作品，但检查分辨不出来。</translation>
    </message>
    <message>
        <source>Use an unreleased version: a demo, another mix, an instrumental.</source>
        <translation>请使用未发行的版本：小样、其他混音或伴奏。</translation>
    </message>
    <message>
        <source>Refused for copyright.</source>
        <translation>因版权原因被拒绝。</translation>
    </message>
    <message>
        <source>The lyrics or the recording are taken for somebody else&apos;s.</source>
        <translation>歌词或录音被认为属于别人。</translation>
    </message>
    <message>
        <source>Use another song, or a version without the lyrics.</source>
        <translation>请使用其他歌曲，或者没有歌词的版本。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s side of this upload is blocked.</source>
        <translation>这次上传在 Mountsea 那边受阻。</translation>
    </message>
    <message>
        <source>It is about the place your songs were sent to, not about the song.</source>
        <translation>问题出在歌曲发往的位置，而不是歌曲本身。</translation>
    </message>
    <message>
        <source>Start over with these songs, which asks for a new place.</source>
        <translation>请用这些歌曲重新开始，会换一个新的位置。</translation>
    </message>
    <message>
        <source>There is no room for another model.</source>
        <translation>放不下另一个模型了。</translation>
    </message>
    <message>
        <source>The Suno account that Mountsea chose for these uploads has as many models as it may; three are usual.</source>
        <translation>Mountsea 为这些上传选用的 Suno 账户，模型数量已达上限（通常是三个）。</translation>
    </message>
    <message>
        <source>Start over: a new session may get another account. All songs are uploaded again, which may cost credits again.</source>
        <translation>重新开始：新的会话可能会用另一个账户。所有歌曲都要重新上传，可能会再花积分。</translation>
    </message>
</context>
<context>
    <name>SongWords</name>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message numerus="yes">
        <source>Its %n songs</source>
        <translation>
            <numerusform>它的 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Checking link…</source>
        <translation>正在检查链接…</translation>
    </message>
    <message>
        <source>Ready to upload</source>
        <translation>可以上传</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Waiting its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Mountsea is working on it</source>
        <translation>Mountsea 正在处理</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>It may have been sent</source>
        <translation>可能已发送</translation>
    </message>
    <message>
        <source>{state} · {elapsed}</source>
        <translation>{state} · {elapsed}</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>{uploaded} of %n songs uploaded</source>
        <translation>
            <numerusform>已上传 {uploaded} / %n 首歌曲</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs uploaded</source>
        <translation>
            <numerusform>已上传 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>共 %n 首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needed</source>
        <translation>
            <numerusform>需要 %n 首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n 首在途中</numerusform>
        </translation>
    </message>
    <message>
        <source>Add links…</source>
        <translation>添加链接…</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上传</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n songs</source>
        <translation>
            <numerusform>上传 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重试所有失败的歌曲</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Send this song again?</source>
        <translation>再次发送这首歌曲？</translation>
    </message>
    <message>
        <source>Edit link…</source>
        <translation>编辑链接…</translation>
    </message>
    <message>
        <source>Try anyway</source>
        <translation>仍然尝试</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message numerus="yes">
        <source>%n links copied.</source>
        <translation>
            <numerusform>已复制 %n 个链接。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message numerus="yes">
        <source>%n songs selected</source>
        <translation>
            <numerusform>已选择 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>It is longer than 8 minutes: that may be too long for Mountsea.</source>
        <translation>它超过 8 分钟：对 Mountsea 来说可能太长。</translation>
    </message>
    <message>
        <source>It is longer than 30 minutes, and very likely refused: use a shorter version.</source>
        <translation>它超过 30 分钟，很可能会被拒绝：请使用较短的版本。</translation>
    </message>
    <message>
        <source>Select a song to see more about it.</source>
        <translation>选择一首歌曲，这里会显示详情。</translation>
    </message>
    <message>
        <source>It goes on at Mountsea even when you close the program.</source>
        <translation>即使关闭程序，Mountsea 也会继续处理。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs added.</source>
        <translation>
            <numerusform>已添加 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot work yet; the list says why.</source>
        <translation>
            <numerusform>其中 %n 首暂时无法使用，列表中写明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model that was shown takes no more songs, so they went into a new one.</source>
        <translation>当前模型不再接收歌曲，因此已放入一个新模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n were there already and were left out.</source>
        <translation>
            <numerusform>%n 首已在列表中，没有重复添加。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was there already and was left out.</source>
        <translation>“{title}”已在列表中，没有重复添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n looked like tokens: these are secrets, so they were not added.</source>
        <translation>
            <numerusform>有 %n 行看起来是密钥：密钥是机密，因此没有添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines had no link.</source>
        <translation>
            <numerusform>有 %n 行没有链接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs taken out again.</source>
        <translation>
            <numerusform>已重新移除 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were on their way to Mountsea already, and stay.</source>
        <translation>
            <numerusform>另有 %n 首已在发往 Mountsea，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>“{title}”已恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are back.</source>
        <translation>
            <numerusform>已恢复 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>That can no longer be undone.</source>
        <translation>已无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs removed.</source>
        <translation>
            <numerusform>已移除 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>已移除“{title}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs moved.</source>
        <translation>
            <numerusform>已移动 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation>已移动“{title}”。</translation>
    </message>
    <message>
        <source>Now number {number} of {count}.</source>
        <translation>现在是第 {number} 首，共 {count} 首。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message numerus="yes">
        <source>%n songs chosen for the training.</source>
        <translation>
            <numerusform>已选 %n 首歌曲用于训练。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs left out of the training.</source>
        <translation>
            <numerusform>训练时不用这 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is chosen for the training.</source>
        <translation>“{title}”将用于训练。</translation>
    </message>
    <message>
        <source>“{title}” is left out of the training.</source>
        <translation>“{title}”不用于训练。</translation>
    </message>
    <message>
        <source>“{title}” was given another link.</source>
        <translation>“{title}”已换成另一个链接。</translation>
    </message>
    <message>
        <source>“{title}” is at Mountsea already, or on its way there, so it stays. Once it is uploaded you can leave it out of the training.</source>
        <translation>“{title}”已经在 Mountsea 或正在上传，因此会保留。上传完成后，你可以不用它来训练。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are at Mountsea already, or on their way there, so they stay. Once they are uploaded you can leave them out of the training.</source>
        <translation>
            <numerusform>%n 首歌曲已经在 Mountsea 或正在上传，因此会保留。上传完成后，你可以不用它们来训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{title}: {status}</source>
        <translation>{title}：{status}</translation>
    </message>
    <message numerus="yes">
        <source>Add and upload %n songs</source>
        <translation>
            <numerusform>添加并上传 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the songs your model will learn from</source>
        <translation>添加让模型学习的歌曲</translation>
    </message>
    <message>
        <source>Six are enough; 12 to 24 full-length songs of one style are better.</source>
        <translation>六首就够；同一风格的 12 到 24 首完整歌曲更好。</translation>
    </message>
    <message>
        <source>Song name</source>
        <translation>歌曲名称</translation>
    </message>
    <message>
        <source>Song link</source>
        <translation>歌曲链接</translation>
    </message>
    <message>
        <source>Pasted as {pasted}</source>
        <translation>粘贴的原链接：{pasted}</translation>
    </message>
    <message numerus="yes">
        <source>the link expires in %n minutes</source>
        <translation>
            <numerusform>链接将在 %n 分钟后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用于训练</translation>
    </message>
    <message numerus="yes">
        <source>Train on these %n songs</source>
        <translation>
            <numerusform>把这 %n 首歌曲用于训练</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不用于训练</translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n songs out</source>
        <translation>
            <numerusform>不把这 %n 首歌曲用于训练</numerusform>
        </translation>
    </message>
    <message>
        <source>The model was trained on this song.</source>
        <translation>模型是用这首歌曲训练的。</translation>
    </message>
    <message>
        <source>The model was not trained on this song.</source>
        <translation>模型没有用这首歌曲训练。</translation>
    </message>
    <message>
        <source>Uploaded · not used</source>
        <translation>已上传 · 未用于训练</translation>
    </message>
    <message>
        <source>“{title}” is on its way already, so its link stays as it is.</source>
        <translation>“{title}”已在上传途中，链接保持不变。</translation>
    </message>
    <message>
        <source>The model will be trained on this song.</source>
        <translation>模型将用这首歌曲训练。</translation>
    </message>
    <message>
        <source>The model will not be trained on this song.</source>
        <translation>模型不会用这首歌曲训练。</translation>
    </message>
    <message>
        <source>Waiting to be sent to the storage</source>
        <translation>等待传到存储空间</translation>
    </message>
    <message>
        <source>Sending to the storage…</source>
        <translation>正在传到存储空间…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Songs can be moved in your own order.</source>
        <translation>列表正按某一列排序。回到自己的顺序后才能移动歌曲。</translation>
    </message>
    <message>
        <source>Sorted by “{column}”</source>
        <translation>按“{column}”排序</translation>
    </message>
    <message>
        <source>Back to my order</source>
        <translation>恢复我的顺序</translation>
    </message>
    <message>
        <source>Drop at least six of your songs here, or paste links to them: from Dropbox, Google Drive or your own site. Everybody has to be able to open the links.</source>
        <translation>把你的至少六首歌曲拖到这里，或粘贴它们的链接：可来自 Dropbox、Google Drive 或你自己的网站。链接必须任何人都能打开。</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>找找看</translation>
    </message>
    <message numerus="yes">
        <source>%n songs had arrived at Mountsea. Nothing was sent again.</source>
        <translation>
            <numerusform>有 %n 首歌已经在 Mountsea 了。没有重新发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>In practice nothing is kept when you close the program, nor the language and appearance you choose; with your account it goes on at Mountsea.</source>
        <translation>练习模式下，关闭程序后什么都不会保留，包括你选择的语言和外观；使用你的账户时，Mountsea 会继续处理。</translation>
    </message>
    <message>
        <source>It may have been sent, and Mountsea may already have it. The program asks for it now and then.</source>
        <translation>可能已经发送，Mountsea 也许已经收到。程序会不时自动查询。</translation>
    </message>
    <message numerus="yes">
        <source>%n not used</source>
        <translation>
            <numerusform>%n 首未使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n songs?</source>
        <translation>
            <numerusform>上传 %n 首歌？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Songs that were not sent yet are ready to be uploaded again; the others go on.</source>
        <translation>还没发送的歌会回到待上传状态；其余的继续进行。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs were not sent. What had been sent goes on.</source>
        <translation>
            <numerusform>%n 首歌没有发送。已经发送的会继续进行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each takes about a minute; you may close the program meanwhile.</source>
        <translation>每首大约一分钟；其间可以关闭程序。</translation>
    </message>
    <message>
        <source>Paste links to at least six of your songs: from Dropbox, Google Drive or your own site. Everybody has to be able to open them.</source>
        <translation>粘贴至少六首歌曲的链接：来自 Dropbox、Google 云端硬盘或你自己的网站。链接必须任何人都能打开。</translation>
    </message>
    <message>
        <source>Mountsea did not answer the first time, so the song may already be there. Sent again, it may count twice, and it may be charged twice. No model is created by this.</source>
        <translation>Mountsea 第一次没有回应，所以这首歌可能已经在那里了。再发送一次，它可能会算作两首，也可能收费两次。这样做不会创建模型。</translation>
    </message>
    <message>
        <source>Mountsea cannot say yet whether it arrived. It is asked again by itself; you may also send it again or remove it.</source>
        <translation>Mountsea 还不能确定它是否已送达。程序会自动再次查询；你也可以重新发送或移除它。</translation>
    </message>
</context>
<context>
    <name>StorageProblemWords</name>
    <message>
        <source>The storage refused it because this computer&apos;s clock is wrong.</source>
        <translation>这台电脑的时钟不准，存储空间因此拒绝了它。</translation>
    </message>
    <message>
        <source>There it is {date}.</source>
        <translation>那边的时间是 {date}。</translation>
    </message>
    <message>
        <source>Set date, time and time zone of this computer, and send it again.</source>
        <translation>请校准这台电脑的日期、时间和时区，然后重试。</translation>
    </message>
    <message>
        <source>The file is no longer where it was.</source>
        <translation>文件已不在原来的位置。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its drive is not connected.</source>
        <translation>它被移动、改名或删除了，或者所在的磁盘没有连接。</translation>
    </message>
    <message>
        <source>Put it back or connect the drive, and retry; or add the song anew.</source>
        <translation>请放回文件或连接磁盘后重试；也可以重新添加这首歌曲。</translation>
    </message>
    <message>
        <source>The file was changed since it was added.</source>
        <translation>文件在添加之后被改动了。</translation>
    </message>
    <message>
        <source>Half of the old and half of the new one would be of no use to anybody.</source>
        <translation>一半旧、一半新的文件对谁都没有用。</translation>
    </message>
    <message>
        <source>When it is finished, retry: it is sent as it is then.</source>
        <translation>改好之后请重试，会按那时的内容传送。</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>无法打开文件。</translation>
    </message>
    <message>
        <source>Another program has it open, or you may not read it.</source>
        <translation>别的程序正在使用它，或者你没有读取它的权限。</translation>
    </message>
    <message>
        <source>Close it elsewhere, and retry.</source>
        <translation>请在别处关闭它，然后重试。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>Its drive does not answer, or is damaged.</source>
        <translation>所在的磁盘没有响应，或已损坏。</translation>
    </message>
    <message>
        <source>Copy the song to another drive and add it from there.</source>
        <translation>请把歌曲复制到别的磁盘，再从那里添加。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Export the song once more from your music program.</source>
        <translation>请在音乐软件里重新导出这首歌曲。</translation>
    </message>
    <message>
        <source>The file is too large for the storage.</source>
        <translation>文件太大，存储空间放不下。</translation>
    </message>
    <message>
        <source>Five gigabytes are the most.</source>
        <translation>最大为 5 GB。</translation>
    </message>
    <message>
        <source>Export the song as FLAC, or with a lower resolution.</source>
        <translation>请导出为 FLAC，或降低精度后导出。</translation>
    </message>
    <message>
        <source>The file is no song that can be used.</source>
        <translation>这个文件不是可用的歌曲。</translation>
    </message>
    <message>
        <source>By what is in it, it is none of WAV, MP3, FLAC, M4A, AAC, OGG, Opus and AIFF.</source>
        <translation>从内容看，它不是 WAV、MP3、FLAC、M4A、AAC、OGG、Opus 或 AIFF。</translation>
    </message>
    <message>
        <source>Export the song as WAV or MP3.</source>
        <translation>请把歌曲导出为 WAV 或 MP3。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; it is sent again by itself.</source>
        <translation>无需操作，程序会自动重新传送。</translation>
    </message>
    <message>
        <source>There is no way to the storage.</source>
        <translation>无法到达存储空间。</translation>
    </message>
    <message>
        <source>The network is gone, or the storage&apos;s address is wrong.</source>
        <translation>网络断开了，或者存储空间的地址不对。</translation>
    </message>
    <message>
        <source>The storage does not answer.</source>
        <translation>存储空间没有响应。</translation>
    </message>
    <message>
        <source>The proxy does not let the file through.</source>
        <translation>代理没有放行这个文件。</translation>
    </message>
    <message>
        <source>Sign in to the proxy in the account window, or check the proxy in the settings.</source>
        <translation>请在账户窗口登录代理，或检查设置中的代理。</translation>
    </message>
    <message>
        <source>This computer does not trust the storage&apos;s certificate.</source>
        <translation>这台电脑不信任存储空间的证书。</translation>
    </message>
    <message>
        <source>It comes from somebody it does not know, is out of date, or for another host.</source>
        <translation>证书的签发者不明、已过期，或属于别的主机。</translation>
    </message>
    <message>
        <source>Whoever looks after this computer can add the certificate in the settings.</source>
        <translation>管理这台电脑的人可以在设置中添加证书。</translation>
    </message>
    <message>
        <source>The connection to the storage broke.</source>
        <translation>与存储空间的连接中断了。</translation>
    </message>
    <message>
        <source>Nobody has half of the song: only whole files count.</source>
        <translation>没有人会得到半首歌：只有完整的文件才算数。</translation>
    </message>
    <message>
        <source>The storage has trouble of its own.</source>
        <translation>存储空间自身出了问题。</translation>
    </message>
    <message>
        <source>Whoever set up the storage can put that right.</source>
        <translation>设置存储空间的人可以解决这个问题。</translation>
    </message>
    <message>
        <source>Not all of the song is to be had from the storage.</source>
        <translation>从存储空间取不到完整的歌曲。</translation>
    </message>
    <message>
        <source>What everybody gets at its address has another length than the file.</source>
        <translation>从它的地址取到的内容与文件长度不同。</translation>
    </message>
    <message>
        <source>Retry: the file is sent again.</source>
        <translation>请重试，文件会重新传送。</translation>
    </message>
    <message>
        <source>The storage gives something else than what was put there.</source>
        <translation>存储空间给出的不是放进去的内容。</translation>
    </message>
    <message>
        <source>A sign-in page may stand in front of it, or the address belongs to another folder.</source>
        <translation>前面可能有登录页面，或者地址对应的是别的文件夹。</translation>
    </message>
    <message>
        <source>Nobody outside of this network can reach the storage.</source>
        <translation>这个网络之外没有人能到达存储空间。</translation>
    </message>
    <message>
        <source>Mountsea has to fetch the songs from there.</source>
        <translation>Mountsea 必须能从那里取走歌曲。</translation>
    </message>
    <message>
        <source>What was put into the storage cannot be fetched from there.</source>
        <translation>放进存储空间的内容无法从那里取回。</translation>
    </message>
    <message>
        <source>Reading it from outside, without signing in, has to be possible.</source>
        <translation>必须允许从外部不登录就能读取。</translation>
    </message>
    <message>
        <source>No storage for songs is set up.</source>
        <translation>还没有设置歌曲的存储空间。</translation>
    </message>
    <message>
        <source>Mountsea fetches songs from the web and cannot see this computer.</source>
        <translation>Mountsea 从网上取歌，看不到这台电脑。</translation>
    </message>
    <message>
        <source>Set one up in the settings, or give the song a link.</source>
        <translation>请在设置中设置一个，或给歌曲一个链接。</translation>
    </message>
    <message>
        <source>The song is not in the storage.</source>
        <translation>歌曲不在存储空间里。</translation>
    </message>
    <message>
        <source>It was put into another one, or taken out of it.</source>
        <translation>它放在了另一个存储空间里，或已被删除。</translation>
    </message>
    <message>
        <source>The secret key of the storage is missing.</source>
        <translation>缺少存储空间的密钥。</translation>
    </message>
    <message>
        <source>The password store does not have it, or its file cannot be read.</source>
        <translation>密码库里没有它，或者无法读取它的文件。</translation>
    </message>
    <message>
        <source>Enter it in the settings, under “Storage for songs”.</source>
        <translation>请在设置的“歌曲的存储空间”里输入。</translation>
    </message>
    <message>
        <source>The storage cannot be used as it is set up.</source>
        <translation>按现在的设置无法使用存储空间。</translation>
    </message>
    <message>
        <source>Its address, its bucket or its region are no such thing.</source>
        <translation>地址、存储桶或区域不正确。</translation>
    </message>
    <message>
        <source>The storage does not accept the key.</source>
        <translation>存储空间不接受这个密钥。</translation>
    </message>
    <message>
        <source>The key is unknown there, or the secret does not belong to it.</source>
        <translation>那里没有这个密钥，或者 Secret 与它不匹配。</translation>
    </message>
    <message>
        <source>The key may not put songs into the storage.</source>
        <translation>这个密钥无权把歌曲放进存储空间。</translation>
    </message>
    <message>
        <source>It needs the right to write, and the right to read for the addresses it signs.</source>
        <translation>它需要写入权限，以及让签名地址可读的读取权限。</translation>
    </message>
    <message>
        <source>The storage has no such bucket.</source>
        <translation>存储空间里没有这个存储桶。</translation>
    </message>
    <message>
        <source>The bucket is elsewhere.</source>
        <translation>存储桶在别处。</translation>
    </message>
    <message>
        <source>Its region, or its address, is another one.</source>
        <translation>它的区域或地址不是这个。</translation>
    </message>
    <message>
        <source>The storage is full.</source>
        <translation>存储空间已满。</translation>
    </message>
    <message>
        <source>Take out what is no longer needed, and retry.</source>
        <translation>请删除不再需要的内容，然后重试。</translation>
    </message>
    <message>
        <source>The folder that is published on the web is not there.</source>
        <translation>发布到网上的文件夹不见了。</translation>
    </message>
    <message>
        <source>Its drive is not connected, or it was moved.</source>
        <translation>所在的磁盘没有连接，或者它被移动了。</translation>
    </message>
    <message>
        <source>Connect the drive, and retry.</source>
        <translation>请连接磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Nothing may be written to the folder that is published on the web.</source>
        <translation>发布到网上的文件夹不允许写入。</translation>
    </message>
    <message>
        <source>The storage refused the song.</source>
        <translation>存储空间拒绝了这首歌曲。</translation>
    </message>
    <message>
        <source>Its own words are under Details.</source>
        <translation>它的原话在“详情”里。</translation>
    </message>
    <message>
        <source>Retry, or ask whoever set up the storage.</source>
        <translation>请重试，或询问设置存储空间的人。</translation>
    </message>
</context>
</TS>
