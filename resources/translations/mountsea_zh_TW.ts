<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message>
        <source>Connect…</source>
        <translation>連線…</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>帳戶…</translation>
    </message>
    <message>
        <source>Account · {balance} credits</source>
        <translation>帳戶 · {balance} 點</translation>
    </message>
    <message>
        <source>Connect to Mountsea</source>
        <translation>連線到 Mountsea</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Your Mountsea account</source>
        <translation>你的 Mountsea 帳戶</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API 金鑰</translation>
    </message>
    <message>
        <source>Paste your token here</source>
        <translation>在這裡貼上金鑰</translation>
    </message>
    <message>
        <source>A token is saved. Paste another to replace it</source>
        <translation>已儲存金鑰。貼上新的即可取代</translation>
    </message>
    <message>
        <source>Save token</source>
        <translation>儲存金鑰</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>測試連線</translation>
    </message>
    <message>
        <source>Remove token</source>
        <translation>移除金鑰</translation>
    </message>
    <message>
        <source>Keep until I close the program</source>
        <translation>保留到我關閉程式為止</translation>
    </message>
    <message>
        <source>Replace it all the same</source>
        <translation>仍然取代</translation>
    </message>
    <message>
        <source>The token is kept until you close the program, and written nowhere.</source>
        <translation>金鑰會保留到你關閉程式為止，不會寫入任何地方。</translation>
    </message>
    <message>
        <source>No token is saved yet.</source>
        <translation>還沒有儲存金鑰。</translation>
    </message>
    <message>
        <source>In practice mode no token is needed, and none is used.</source>
        <translation>練習模式不需要金鑰，也不會用到。</translation>
    </message>
    <message>
        <source>Saving… Your computer may ask you to unlock its password store.</source>
        <translation>正在儲存… 電腦可能會要求你解鎖密碼庫。</translation>
    </message>
    <message>
        <source>Checking the new token with Mountsea. Until then the one you have is kept…</source>
        <translation>正在向 Mountsea 核對新金鑰，在此之前保留現有的金鑰…</translation>
    </message>
    <message>
        <source>Mountsea does not accept the new token, so the one you have was kept. Copy the new one again from your Mountsea account and paste it here.</source>
        <translation>Mountsea 不接受這個新金鑰，所以保留了現有的金鑰。請從你的 Mountsea 帳戶重新複製新金鑰，再貼到這裡。</translation>
    </message>
    <message>
        <source>So the new token could not be checked, and the one you have was kept.</source>
        <translation>因此無法核對新金鑰，現有的金鑰已保留。</translation>
    </message>
    <message>
        <source>Saved. Checking it with Mountsea…</source>
        <translation>已儲存。正在向 Mountsea 確認…</translation>
    </message>
    <message>
        <source>Saved, not tested: no network. It is tested by itself as soon as there is one.</source>
        <translation>已儲存，尚未測試：沒有網路。一旦連上網路，程式會自動測試。</translation>
    </message>
    <message>
        <source>Saved, not tested yet. It is tested by itself a little later.</source>
        <translation>已儲存，尚未測試。程式稍後會自動測試。</translation>
    </message>
    <message>
        <source>It is not tested yet; that is done by itself as soon as there is a network.</source>
        <translation>金鑰尚未測試；一旦連上網路，程式會自動測試。</translation>
    </message>
    <message>
        <source>Asking Mountsea…</source>
        <translation>正在詢問 Mountsea…</translation>
    </message>
    <message>
        <source>Connected. You have {balance} credits.</source>
        <translation>已連線。你有 {balance} 點。</translation>
    </message>
    <message>
        <source>Press “Save token” first; it is tested then.</source>
        <translation>請先按「儲存金鑰」，隨後會自動測試。</translation>
    </message>
    <message>
        <source>The token was removed from this computer.</source>
        <translation>金鑰已從這部電腦移除。</translation>
    </message>
    <message>
        <source>The token is not used any more. This computer&apos;s password store has not said yet whether it is removed there, too. If a window asks for its password, enter it. If a token is shown here after the next start, remove it once more.</source>
        <translation>這個金鑰不再使用。這部電腦的密碼庫還沒有答覆是否也已從那裡移除。如果有視窗要求輸入密碼庫的密碼，請輸入。如果下次啟動後這裡仍顯示有金鑰，請再移除一次。</translation>
    </message>
    <message>
        <source>There is no token to test. Paste one and press “Save token”.</source>
        <translation>沒有可測試的金鑰。請貼上金鑰，然後按「儲存金鑰」。</translation>
    </message>
    <message>
        <source>What is a token?</source>
        <translation>什麼是金鑰？</translation>
    </message>
    <message>
        <source>Mountsea does not accept this token. Copy it again from your Mountsea account and paste it here.</source>
        <translation>Mountsea 不接受這個金鑰。請從你的 Mountsea 帳戶重新複製，再貼到這裡。</translation>
    </message>
    <message>
        <source>Asking your computer&apos;s password store…</source>
        <translation>正在詢問這部電腦的密碼庫…</translation>
    </message>
    <message>
        <source>Your token may be in this computer&apos;s password store, which is locked. Unlock it and press “Test connection”, or paste the token again.</source>
        <translation>你的金鑰可能在這部電腦的密碼庫裡，但密碼庫已鎖定。請解鎖後按「測試連線」，或重新貼上金鑰。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store has not answered yet. If a window asks for its password, enter it: everything goes on by itself then. You can also paste the token again.</source>
        <translation>這部電腦的密碼庫還沒有回應。如果有視窗要求輸入它的密碼，請輸入：之後一切會自動繼續。你也可以重新貼上金鑰。</translation>
    </message>
    <message>
        <source>This computer&apos;s password store did not say whether there is a token. Press “Test connection” to ask it again, or paste the token again.</source>
        <translation>這部電腦的密碼庫沒有說明裡面有沒有金鑰。請按「測試連線」再問一次，或重新貼上金鑰。</translation>
    </message>
    <message>
        <source>Sign in to the network&apos;s proxy</source>
        <translation>登入網路代理伺服器</translation>
    </message>
    <message>
        <source>This computer reaches the internet through {place}, which asks who you are. Whoever set up the network can tell you the name and the password. They are sent to that proxy and nowhere else.</source>
        <translation>這部電腦透過 {place} 上網，它要求確認你的身分。使用者名稱和密碼可以問設定網路的人。它們只會傳給這個代理伺服器，不會到別的地方。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Remember them in this computer&apos;s password store</source>
        <translation>記在這部電腦的密碼庫裡</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>登入代理伺服器…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登入…</translation>
    </message>
    <message>
        <source>You are signed in to the proxy until you close the program. This computer&apos;s password store did not keep the name and the password.</source>
        <translation>已登入代理伺服器，直到你關閉程式為止。這部電腦的密碼庫沒有記住使用者名稱和密碼。</translation>
    </message>
    <message>
        <source>There is nothing to save yet. Paste the token from your Mountsea account.</source>
        <translation>還沒有可儲存的內容。請貼上你 Mountsea 帳戶裡的金鑰。</translation>
    </message>
    <message>
        <source>That is more than one word, so it is not a token alone. Copy only the token, which is one long word without spaces or line breaks.</source>
        <translation>這裡不只一串字元，所以不只是金鑰。請只複製金鑰本身：它是一長串字元，中間沒有空格和換行。</translation>
    </message>
    <message>
        <source>That is a link, not a token. Copy the token itself from your Mountsea account.</source>
        <translation>這是一個連結，不是金鑰。請從你的 Mountsea 帳戶複製金鑰本身。</translation>
    </message>
    <message>
        <source>That has characters no token has. Copy the token again straight from your Mountsea account.</source>
        <translation>其中有金鑰裡不會出現的字元。請直接從你的 Mountsea 帳戶重新複製金鑰。</translation>
    </message>
    <message>
        <source>That is far too long for a token. Copy only the token itself.</source>
        <translation>金鑰不會這麼長。請只複製金鑰本身。</translation>
    </message>
    <message>
        <source>This computer has no password store that the program can use, so the token cannot be saved safely.</source>
        <translation>這部電腦沒有本程式可用的密碼庫，因此無法安全地儲存金鑰。</translation>
    </message>
    <message>
        <source>The password store is locked. Unlock it and try again.</source>
        <translation>密碼庫已鎖定。請解鎖後再試一次。</translation>
    </message>
    <message>
        <source>The password store does not answer. Look for a window that asks for its password, and try again.</source>
        <translation>密碼庫沒有回應。請查看是否有視窗要求輸入密碼，然後再試一次。</translation>
    </message>
    <message>
        <source>The password store refused. Try again.</source>
        <translation>密碼庫拒絕了要求。請再試一次。</translation>
    </message>
    <message>
        <source>You can keep it until you close the program; it is then written nowhere.</source>
        <translation>你可以將它保留到關閉程式為止；這樣不會寫入任何地方。</translation>
    </message>
    <message>
        <source>Whoever set up this computer does not allow it to be kept anywhere else.</source>
        <translation>設定這部電腦的人不允許將它儲存在其他地方。</translation>
    </message>
    <message>
        <source>The token is longer than this computer&apos;s password store keeps.</source>
        <translation>金鑰太長，這部電腦的密碼庫存不下。</translation>
    </message>
    <message>
        <source>2. Paste it here as your API token.</source>
        <translation>2. 貼到這裡的「API 金鑰」欄。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Continue uploading</source>
        <translation>繼續上傳</translation>
    </message>
    <message numerus="yes">
        <source>Enough for %n models.</source>
        <translation>
            <numerusform>足夠建立 %n 個模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creating a model costs %n credits. Add some on Mountsea&apos;s site before you create one.</source>
        <translation>
            <numerusform>建立一個模型需要 %n 點。請先到 Mountsea 網站加值，再建立模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is your token, and a token is a secret: it was not taken. Its place is under “Connect”.</source>
        <translation>這是你的金鑰。金鑰是機密，所以沒有採用。請把它貼到「連線」裡。</translation>
    </message>
    <message>
        <source>Remove the token from this computer?</source>
        <translation>從這部電腦移除金鑰？</translation>
    </message>
    <message>
        <source>It cannot be brought back from here, and Mountsea may not show it to you again: then you have to make a new one. Until a token is entered, nothing is sent.</source>
        <translation>從這裡無法復原，Mountsea 也可能不會再顯示它：那樣你就得新建一個。在填入金鑰之前，什麼都不會傳送。</translation>
    </message>
    <message>
        <source>1. Make a token on Mountsea&apos;s site, where it may be called API key, and copy it.</source>
        <translation>1. 在 Mountsea 網站上建立一個金鑰（那裡可能叫 API key），然後複製它。</translation>
    </message>
    <message>
        <source>That is an e-mail address, not a token. Make a token on Mountsea&apos;s site and copy that.</source>
        <translation>這是電子郵件地址，不是金鑰。請在 Mountsea 網站上建立一個金鑰，然後複製它。</translation>
    </message>
    <message>
        <source>Once: make an API token on Mountsea&apos;s site and paste it under “Connect”. One minute.</source>
        <translation>只需一次：在 Mountsea 網站上建立 API 金鑰，再貼到「連線」裡。大約一分鐘。</translation>
    </message>
    <message>
        <source>Get a token in the browser</source>
        <translation>在瀏覽器中取得金鑰</translation>
    </message>
    <message>
        <source>Paste the API token from your Mountsea account, once. Whoever has it can spend your credits, so it goes into this computer&apos;s own password store and nowhere else.</source>
        <translation>把你 Mountsea 帳戶裡的 API 金鑰貼到這裡，只需要一次。誰有了它，就能花費你的點數，所以它只會存進這部電腦內建的密碼庫，不會到別的地方。</translation>
    </message>
    <message>
        <source>Your token is sent to {hosts}. Not all of these are Mountsea&apos;s own addresses.</source>
        <translation>你的金鑰會傳送到 {hosts}。其中有些不是 Mountsea 自己的位址。</translation>
    </message>
    <message>
        <source>The token is in this computer&apos;s password store ({place}).</source>
        <translation>金鑰存放在這部電腦的密碼庫中（{place}）。</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Check the connection…</source>
        <translation>檢查連線…</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>連線檢查</translation>
    </message>
    <message>
        <source>The way to Mountsea, step by step. Nothing of it costs anything, and there is no secret in the report.</source>
        <translation>到 Mountsea 的連線，逐步檢查。整個過程不花費任何點數，報告中也沒有任何機密。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Something is not in order. What to do stands beside the cross.</source>
        <translation>有問題需要處理，解決辦法寫在叉號旁邊。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Where the settings come from</source>
        <translation>各項設定的來源</translation>
    </message>
    <message>
        <source>All settings are the built-in ones.</source>
        <translation>所有設定均為內建預設值。</translation>
    </message>
    <message>
        <source>{name}: {value} ({origin})</source>
        <translation>{name}：{value}（{origin}）</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>密碼庫</translation>
    </message>
    <message>
        <source>Name look-up</source>
        <translation>網域名稱解析</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>Sign-in to the proxy</source>
        <translation>代理伺服器登入</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Mountsea</source>
        <translation>Mountsea</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Storage for songs</source>
        <translation>歌曲儲存空間</translation>
    </message>
    <message>
        <source>{mark} {step}: {text}</source>
        <translation>{mark} {step}：{text}</translation>
    </message>
    <message>
        <source>cannot be told before the rest is in order</source>
        <translation>其餘問題解決後才能判斷</translation>
    </message>
    <message>
        <source>all can be used</source>
        <translation>全部可用</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}</source>
        <translation>歌曲和設定儲存在 {path}</translation>
    </message>
    <message>
        <source>none on the way</source>
        <translation>沒有經過代理伺服器</translation>
    </message>
    <message>
        <source>{proxy} lets this computer through</source>
        <translation>{proxy} 允許這部電腦通過</translation>
    </message>
    <message>
        <source>{host} is known</source>
        <translation>{host} 可以解析</translation>
    </message>
    <message>
        <source>nothing to compare it with</source>
        <translation>沒有可比較的時間</translation>
    </message>
    <message>
        <source>the same as Mountsea&apos;s</source>
        <translation>與 Mountsea 的時間一致</translation>
    </message>
    <message>
        <source>not needed on this computer</source>
        <translation>在這部電腦上不需要</translation>
    </message>
    <message>
        <source>issued by “{issuer}”, which this computer trusts</source>
        <translation>由這部電腦信任的「{issuer}」簽發</translation>
    </message>
    <message>
        <source>{host} answers</source>
        <translation>{host} 有回應</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已被接受</translation>
    </message>
    <message>
        <source>none is set up</source>
        <translation>沒有設定</translation>
    </message>
    <message>
        <source>The proxy script gives no answer. Check its address in the settings, and whether it can be reached from here.</source>
        <translation>代理伺服器指令碼沒有給出結果。請檢查設定中的指令碼位址，以及能否從這裡存取它。</translation>
    </message>
    <message>
        <source>The name {host} is not known here. Check the network cable or the Wi-Fi, and the address in the settings.</source>
        <translation>這裡無法解析 {host}。請檢查網路線或 Wi-Fi，以及設定中的位址。</translation>
    </message>
    <message>
        <source>The extra certificate file {path} cannot be read, or there is no certificate in it. Correct it in the settings.</source>
        <translation>無法讀取額外的憑證檔案 {path}，或者其中沒有憑證。請在設定中更正。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: elsewhere it is {date}. Set date, time and time zone; certificates look out of date otherwise.</source>
        <translation>這部電腦的時鐘不對：伺服器上的時間是 {date}。請校正日期、時間和時區，否則憑證會顯得已過期。</translation>
    </message>
    <message>
        <source>None is there yet. Press “Connect” and paste it.</source>
        <translation>還沒有金鑰。請按「連線」並貼上金鑰。</translation>
    </message>
    <message>
        <source>{balance} are left, and a model costs 100.</source>
        <translation>剩餘 {balance} 點，而建立一個模型需要 100 點。</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be written to {path}.</source>
        <translation>磁碟已滿：無法寫入 {path}。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be used. Check that it is there, and that you may write to it.</source>
        <translation>無法使用資料夾 {path}。請檢查它是否存在，以及你是否有寫入權限。</translation>
    </message>
    <message>
        <source>It is locked. Unlock it.</source>
        <translation>它已鎖定，請解鎖。</translation>
    </message>
    <message>
        <source>It does not answer. Look for a window that asks for its password.</source>
        <translation>它沒有回應。請查看是否有視窗正在要求輸入密碼。</translation>
    </message>
    <message>
        <source>There is none that the program can use. A token can be kept until the program closes, if the settings allow it.</source>
        <translation>沒有程式可以使用的密碼庫。如果設定允許，金鑰可以保留到程式關閉為止。</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}, on a network drive ({drive})</source>
        <translation>歌曲和設定儲存在 {path}，位於網路磁碟機（{drive}）上</translation>
    </message>
    <message>
        <source>songs and settings are kept in {path}, on a network drive ({drive}) that is to be used by one computer at a time</source>
        <translation>歌曲和設定儲存在 {path}，位於網路磁碟機（{drive}）上，同一時間只能由一部電腦使用</translation>
    </message>
    <message>
        <source>{path} gives what is put there</source>
        <translation>{path} 能取回放進去的內容</translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message>
        <source>Credits…</source>
        <translation>點數…</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} 點數</translation>
    </message>
    <message>
        <source>Your balance is not known</source>
        <translation>不知道你的餘額</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked.</source>
        <translation>請稍候：正在詢問 Mountsea。</translation>
    </message>
    <message>
        <source>What was spent could not be learned. {why}</source>
        <translation>沒能查到花費。{why}</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show nothing that was spent in the last 89 days.</source>
        <translation>Mountsea 的紀錄顯示，過去 89 天沒有花費。</translation>
    </message>
    <message>
        <source>There is more than could be read; the table shows a part.</source>
        <translation>紀錄太多，沒能全部讀取；表裡只是一部分。</translation>
    </message>
    <message>
        <source>From Mountsea&apos;s records of the last 89 days. Other programs that use the same account are among them.</source>
        <translation>來自 Mountsea 過去 89 天的紀錄。使用同一帳戶的其他程式也算在內。</translation>
    </message>
    <message>
        <source>Add credits</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再查一次</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>花費</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用於</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>Uploading songs</source>
        <translation>上傳歌曲</translation>
    </message>
    <message>
        <source>Creating a model</source>
        <translation>建立模型</translation>
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
        <translation>「{name}」一共花了 {total} 點數：{parts}。</translation>
    </message>
    <message>
        <source>“{name}” has cost at least {total} credits: {parts}. Some records may be another model&apos;s, or too old to be shown.</source>
        <translation>「{name}」至少花了 {total} 點數：{parts}。有些紀錄可能屬於別的模型，或者太舊，已經查不到。</translation>
    </message>
    <message>
        <source>uploads {amount}</source>
        <translation>上傳 {amount}</translation>
    </message>
    <message>
        <source>creating it {amount}</source>
        <translation>建立 {amount}</translation>
    </message>
    <message>
        <source>songs {amount}</source>
        <translation>做歌 {amount}</translation>
    </message>
    <message numerus="yes">
        <source>%n songs at about {each} credits each, as last time: {total} credits.</source>
        <translation>
            <numerusform>%n 首歌，像上次一樣每首約 {each} 點數：共 {total} 點數。</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading cost nothing last time.</source>
        <translation>上次上傳沒有花費。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits, and the model will need {needed} in the end: add credits before you go on.</source>
        <translation>你的餘額是 {balance} 點數，而這個模型最後需要 {needed}：請先加值再繼續。</translation>
    </message>
    <message>
        <source>The last model cost {amount} credits.</source>
        <translation>上一個模型花了 {amount} 點數。</translation>
    </message>
    <message numerus="yes">
        <source>Uploading these %n songs again costs about {total} credits, as last time.</source>
        <translation>
            <numerusform>重新上傳這 %n 首歌，像上次一樣約花 {total} 點數。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mountsea may charge credits for each upload; you will see how much.</source>
        <translation>每次上傳 Mountsea 可能會收取點數；收取多少你會看到。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits; about {left} would be left.</source>
        <translation>你的餘額是 {balance} 點數，之後約剩 {left} 點數。</translation>
    </message>
    <message>
        <source>Your balance is {balance} credits: that is not enough for all of them.</source>
        <translation>你的餘額是 {balance} 點數，不夠全部上傳。</translation>
    </message>
    <message>
        <source>The last model cost {amount} credits: too little would be left for another.</source>
        <translation>上一個模型花費了 {amount} 點數：剩下的不夠再建立一個。</translation>
    </message>
    <message>
        <source>The last upload cost {amount} credits.</source>
        <translation>上一次上傳花費了 {amount} 點數。</translation>
    </message>
    <message>
        <source>A model costs {amount} credits: too little would be left for one.</source>
        <translation>建立一個模型需要 {amount} 點數：剩下的不夠建立一個。</translation>
    </message>
    <message numerus="yes">
        <source>The %n songs that wait or are being uploaded already are counted in.</source>
        <translation>
            <numerusform>已計入另外 %n 首正在等待或上傳的歌曲。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogWords</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The settings were saved as “{name}”. There is no secret in them.</source>
        <translation>設定已儲存為「{name}」，其中沒有任何機密。</translation>
    </message>
    <message>
        <source>“{name}” could not be written. Choose another folder.</source>
        <translation>無法寫入「{name}」，請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>記錄檔…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄檔</translation>
    </message>
    <message>
        <source>What the program did lately. There is no token and no complete link in it, so you can send it to whoever helps you.</source>
        <translation>程式最近做了什麼。其中沒有金鑰，也沒有完整的連結，可以放心傳給協助你的人。</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>關於…</translation>
    </message>
    <message>
        <source>About Mountsea Desktop</source>
        <translation>關於 Mountsea Desktop</translation>
    </message>
    <message>
        <source>Train a custom Suno model from your own songs. The program talks to Mountsea and to the links you give it, and to nobody else: no statistics, no update check.</source>
        <translation>用你自己的歌曲訓練專屬的 Suno 模型。程式只與 Mountsea 和你提供的連結通訊，絕不聯絡別處：沒有統計，也不檢查更新。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Help…</source>
        <translation>說明…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>What is a token, and where do I get one?</source>
        <translation>什麼是 API 金鑰（token）？在哪裡取得？</translation>
    </message>
    <message>
        <source>A token is a long word that lets this program use your Mountsea account. Sign in on Mountsea&apos;s site, open the page for API keys, make one, copy it, and paste it under “Connect”. Whoever has it can spend your credits, so treat it like a password.</source>
        <translation>金鑰是一長串字元，有了它，程式才能使用你的 Mountsea 帳戶。登入 Mountsea 網站，開啟 API 金鑰頁面，新增一個並複製，然後貼到「連線」裡。誰拿到它都能花你的點數，所以請像密碼一樣保管好。</translation>
    </message>
    <message>
        <source>Why must a link be public?</source>
        <translation>為什麼連結必須公開？</translation>
    </message>
    <message>
        <source>Mountsea fetches each song itself, from its own computers. It cannot sign in for you and cannot see this computer, so the link has to open for everybody and lead straight to the audio file.</source>
        <translation>每首歌曲都由 Mountsea 用自己的伺服器去取得。它不能替你登入，也看不到這部電腦，所以連結必須人人都能開啟，而且直接指向音訊檔案。</translation>
    </message>
    <message>
        <source>Mountsea reaches a public folder, but not a locked computer.</source>
        <translation>Mountsea 能存取公開的資料夾，但進不了上鎖的電腦。</translation>
    </message>
    <message>
        <source>How do I share a song from Dropbox or Google Drive?</source>
        <translation>要怎麼從 Dropbox 或 Google Drive 分享歌曲？</translation>
    </message>
    <message>
        <source>It takes three steps. Paste the link you get into this program, which turns it into a direct one.</source>
        <translation>只要三個步驟。把得到的連結貼到本程式，程式會自動轉換成直接連結。</translation>
    </message>
    <message>
        <source>Dropbox</source>
        <translation>Dropbox</translation>
    </message>
    <message>
        <source>Right-click the song.</source>
        <translation>在歌曲上按右鍵。</translation>
    </message>
    <message>
        <source>Choose “Share”.</source>
        <translation>選擇「分享」。</translation>
    </message>
    <message>
        <source>Right-click the song and choose “Share”.</source>
        <translation>在歌曲上按右鍵，選擇「共用」。</translation>
    </message>
    <message>
        <source>How long does it take?</source>
        <translation>需要多久？</translation>
    </message>
    <message>
        <source>Mountsea needs about a minute for each song, several at a time, and 2 to 3 minutes for the model. You may close the program meanwhile: what is at Mountsea goes on there.</source>
        <translation>Mountsea 處理每首歌曲大約一分鐘，可同時處理幾首；模型需要 2 到 3 分鐘。期間可以關閉程式：已在 Mountsea 的部分會繼續進行。</translation>
    </message>
    <message>
        <source>Why was my song refused?</source>
        <translation>我的歌曲為什麼被拒絕？</translation>
    </message>
    <message>
        <source>Select it: below the list stands why, and what helps. Songs that were published are often recognised, also when they are your own; a demo, another mix or an instrumental works then.</source>
        <translation>選取它：清單下方會說明原因和辦法。已發行的歌曲常會被識別出來，即使是你自己的；這時可以用試聽帶、另一個混音或伴奏版。</translation>
    </message>
    <message>
        <source>What does a model learn, and what is its ID for?</source>
        <translation>模型會學到什麼？它的 ID 有什麼用？</translation>
    </message>
    <message>
        <source>It learns your arrangements, harmonies and sound; not a voice, a melody or words. Its ID is how Mountsea knows it: paste it wherever a model is asked for.</source>
        <translation>它會學到你的編曲、和聲和音色；不會學到嗓音、旋律或歌詞。Mountsea 透過 ID 認出它：在需要填寫模型的地方貼上即可。</translation>
    </message>
    <message>
        <source>Something does not work?</source>
        <translation>遇到問題？</translation>
    </message>
    <message>
        <source>The log tells whoever helps you what the program did. There is no token and no complete link in it.</source>
        <translation>記錄檔會告訴幫你的人程式做了什麼。裡面沒有金鑰，也沒有完整的連結。</translation>
    </message>
    <message>
        <source>Which keys are there?</source>
        <translation>有哪些快速鍵？</translation>
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
        <translation>Ctrl+V：加入複製的內容
Ctrl+Enter：確認加入
F2：重新命名歌曲或模型
Enter：編輯連結
空白鍵：選用歌曲或不用它
Alt+↑、Alt+↓：移動歌曲
Delete：移除歌曲，封存模型
Ctrl+Z：逐步復原
Ctrl+Shift+Z、Ctrl+Y：重做
Ctrl+N：新增模型
Ctrl+O：讀取文字檔
Ctrl+Shift+O：加入檔案
F1：開啟本頁
Ctrl+W、Ctrl+Q：關閉程式</translation>
    </message>
    <message>
        <source>Choose “Copy link”.</source>
        <translation>選擇「複製連結」。</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>匯出設定…</translation>
    </message>
    <message>
        <source>Google Drive</source>
        <translation>Google Drive</translation>
    </message>
    <message>
        <source>Set “General access” to “Anyone with the link”.</source>
        <translation>把「一般存取權」設為「知道連結的任何人」。</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>要花多少錢？</translation>
    </message>
    <message>
        <source>Creating a model costs 100 credits. You are always asked first, and a press is sent once only. Practice mode costs nothing.</source>
        <translation>建立一個模型需要 100 點。花費前一定會先問你，每次確認只送出一次。練習模式不花點數。</translation>
    </message>
    <message>
        <source>No browser opens here</source>
        <translation>這裡打不開瀏覽器</translation>
    </message>
    <message>
        <source>Open this address in a browser, on this computer or another:</source>
        <translation>請在這部或另一部電腦的瀏覽器中開啟這個網址：</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>複製網址</translation>
    </message>
    <message>
        <source>A token goes from Mountsea&apos;s site into this program.</source>
        <translation>金鑰從 Mountsea 網站進入本程式。</translation>
    </message>
</context>
<context>
    <name>DownloadProblemWords</name>
    <message>
        <source>The song could not be fetched.</source>
        <translation>歌曲沒能取回來。</translation>
    </message>
    <message>
        <source>The place where it lies did not answer, was far too slow, or the connection broke.</source>
        <translation>存放它的地方沒有回應、速度太慢，或者連線斷了。</translation>
    </message>
    <message>
        <source>Ask for it again in a few minutes; that costs nothing.</source>
        <translation>過幾分鐘再取一次；這不花錢。</translation>
    </message>
    <message>
        <source>The song is not where it should be.</source>
        <translation>歌曲不在它該在的地方。</translation>
    </message>
    <message>
        <source>There was an answer, and no song in it.</source>
        <translation>有回應，但裡面沒有歌曲。</translation>
    </message>
    <message>
        <source>Ask for it again; that costs nothing.</source>
        <translation>再取一次；這不花錢。</translation>
    </message>
    <message>
        <source>The song was not fetched.</source>
        <translation>歌曲沒有取回來。</translation>
    </message>
    <message>
        <source>Its address leads to this computer or its own network, which is never asked.</source>
        <translation>它的地址指向這台電腦或它所在的網路，程式從不存取這樣的地址。</translation>
    </message>
    <message>
        <source>Ask for it again later; that costs nothing.</source>
        <translation>稍後再取一次；這不花錢。</translation>
    </message>
    <message>
        <source>The file is too large to be fetched.</source>
        <translation>檔案太大，沒有取回來。</translation>
    </message>
    <message>
        <source>It has more than 200 MB, which no song of this kind needs.</source>
        <translation>它超過 200 MB，這樣的歌曲用不著那麼大。</translation>
    </message>
    <message>
        <source>Open it in a browser instead.</source>
        <translation>請改用瀏覽器開啟它。</translation>
    </message>
    <message>
        <source>What lies there is no song.</source>
        <translation>那裡放的不是歌曲。</translation>
    </message>
    <message>
        <source>By its first bytes it is no sound file of a known kind.</source>
        <translation>從開頭的內容看，它不是已知類型的聲音檔。</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Add files…</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>Add songs from this computer</source>
        <translation>加入這台電腦上的歌曲</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>選擇其他檔案…</translation>
    </message>
    <message>
        <source>“{title}” was given another file.</source>
        <translation>「{title}」已換成另一個檔案。</translation>
    </message>
    <message>
        <source>“{title}” is on its way already, so its file stays as it is.</source>
        <translation>「{title}」已在傳送途中，檔案保持不變。</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Sending to the storage… · {percent}</source>
        <translation>正在傳到儲存空間… · {percent}</translation>
    </message>
    <message>
        <source>Sending to the storage… · {percent} · {left} left</source>
        <translation>正在傳到儲存空間… · {percent} · 還剩 {left}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>It is sent to the storage, from where Mountsea fetches it. Closed meanwhile, the program sends it again.</source>
        <translation>歌曲先傳到儲存空間，再由 Mountsea 從那裡取走。中途關閉程式的話，下次會重新傳。</translation>
    </message>
    <message>
        <source>It waits until you press “Go on”.</source>
        <translation>按「繼續」後才會接著傳。</translation>
    </message>
    <message>
        <source>“{name}”: {what}</source>
        <translation>「{name}」：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n more files cannot be used.</source>
        <translation>
            <numerusform>還有 %n 個檔案無法使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs from “{name}”?</source>
        <translation>
            <numerusform>要加入「{name}」裡的 %n 首歌曲嗎？</numerusform>
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
            <numerusform>加入 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no song in the folder “{name}”.</source>
        <translation>資料夾「{name}」裡沒有歌曲。</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>複製這段文字</translation>
    </message>
    <message>
        <source>Set up the storage…</source>
        <translation>設定儲存空間…</translation>
    </message>
    <message>
        <source>Storage for songs…</source>
        <translation>歌曲的儲存空間…</translation>
    </message>
    <message>
        <source>Storage for songs on this computer</source>
        <translation>這台電腦上歌曲的儲存空間</translation>
    </message>
    <message>
        <source>Songs on this computer are put there under names that nobody guesses, Mountsea fetches them, and then they are deleted where that is allowed.</source>
        <translation>這台電腦上的歌曲會以無人能猜到的名稱放在那裡，由 Mountsea 取走，之後在允許的情況下刪除。</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>存取金鑰（Secret）</translation>
    </message>
    <message>
        <source>Leave it empty to use the one that is kept.</source>
        <translation>留空則使用已儲存的金鑰。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Putting a kilobyte there and fetching it as Mountsea would…</source>
        <translation>正在放入 1 KB 資料，並像 Mountsea 那樣取回…</translation>
    </message>
    <message>
        <source>It works: what is put into {where} can be fetched by everybody who has its address.</source>
        <translation>可以使用：放進 {where} 的內容，知道位址的人都能取到。</translation>
    </message>
    <message>
        <source>This computer has no password store, so the secret is kept until the program closes.</source>
        <translation>這台電腦沒有密碼庫，因此金鑰只保留到程式關閉為止。</translation>
    </message>
    <message>
        <source>The secret could not be kept.</source>
        <translation>金鑰未能儲存。</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>測試結果</translation>
    </message>
    <message>
        <source>Mountsea Desktop needs a place for songs from which Mountsea&apos;s servers can fetch them. One of:

A) A bucket that speaks S3 (AWS, Cloudflare R2, Backblaze B2, MinIO, Aliyun OSS, Tencent COS, …), not public. It needs an access key that may do no more than put, get and delete objects in that bucket (s3:PutObject, s3:GetObject, s3:DeleteObject). Give the bucket a life-cycle rule: delete after three days.
Settings: storage.kind = s3, storage.endpoint, storage.region, storage.bucket, storage.prefix, storage.key_id; the secret in the window, or in the file that storage.secret_file names.

B) A folder that a web server already shows to everybody, without a sign-in and without a listing.
Settings: storage.kind = folder, storage.folder, storage.base_url.

Enter them in the window under Settings, Storage for songs, and press Test there; or give them to all computers in policies.toml. STORAGE.md, which comes with the program&apos;s source, has a page for each provider.</source>
        <translation>Mountsea Desktop 需要一個放歌曲的地方，讓 Mountsea 的伺服器能從那裡取走。以下二選一：

A) 支援 S3 的儲存貯體（AWS、Cloudflare R2、Backblaze B2、MinIO、阿里雲 OSS、騰訊雲 COS 等），不公開。需要一個存取金鑰，只允許在該儲存貯體中寫入、讀取和刪除物件（s3:PutObject、s3:GetObject、s3:DeleteObject）。請為儲存貯體設定生命周期規則：三天後刪除。
設定：storage.kind = s3、storage.endpoint、storage.region、storage.bucket、storage.prefix、storage.key_id；Secret 在視窗裡輸入，或放在 storage.secret_file 指定的檔案裡。

B) 已由網頁伺服器向所有人公開的資料夾，不需登入，也不列出目錄。
設定：storage.kind = folder、storage.folder、storage.base_url。

請在視窗的「設定」→「歌曲的儲存空間」裡填寫並按「測試」；或者用 policies.toml 為所有電腦設定。隨程式原始碼提供的 STORAGE.md 為每家服務商各有一頁說明。</translation>
    </message>
    <message>
        <source>Your songs need a link first</source>
        <translation>你的歌曲需要先有連結</translation>
    </message>
    <message>
        <source>Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>Mountsea 從網路上取得歌曲，看不到這部電腦。</translation>
    </message>
    <message>
        <source>“{name}” is on this computer. Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>「{name}」在這部電腦上。Mountsea 從網路上取得歌曲，看不到這部電腦。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer. Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>
            <numerusform>%n 首歌曲在這部電腦上。Mountsea 從網路上取得歌曲，看不到這部電腦。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put them into Dropbox or Google Drive, copy the link of each as shown here, and paste the links.</source>
        <translation>把它們放進 Dropbox 或 Google 雲端硬碟，按下圖複製每首歌的連結，再貼上連結。</translation>
    </message>
    <message>
        <source>Open Dropbox</source>
        <translation>開啟 Dropbox</translation>
    </message>
    <message>
        <source>Open Google Drive</source>
        <translation>開啟 Google 雲端硬碟</translation>
    </message>
    <message>
        <source>Or set this computer up, so that songs are simply dropped here</source>
        <translation>或者設定這部電腦，以後直接把歌曲拖進來</translation>
    </message>
    <message>
        <source>It takes a storage that both this computer and Mountsea reach. It is set up once; this text is for whoever looks after the computer:</source>
        <translation>這需要一個這部電腦和 Mountsea 都能存取的儲存空間，只需設定一次；下面的文字交給管理這部電腦的人：</translation>
    </message>
    <message>
        <source>Paste the links…</source>
        <translation>貼上連結…</translation>
    </message>
</context>
<context>
    <name>LinkProblemWords</name>
    <message>
        <source>This is not a link.</source>
        <translation>這不是連結。</translation>
    </message>
    <message>
        <source>There is no web address in it that can be opened.</source>
        <translation>裡面沒有可以開啟的網址。</translation>
    </message>
    <message>
        <source>Paste the whole link; it begins with https://.</source>
        <translation>請貼上完整的連結，它以 https:// 開頭。</translation>
    </message>
    <message>
        <source>There are signs in this link that no link may have.</source>
        <translation>這個連結裡有連結不允許出現的字元。</translation>
    </message>
    <message>
        <source>It carries a signature, so nothing in it can be put right here.</source>
        <translation>它帶有簽章，所以這裡一個字元也不能更正。</translation>
    </message>
    <message>
        <source>Copy it once more where it was made, and paste it here.</source>
        <translation>請到產生它的地方重新複製，再貼到這裡。</translation>
    </message>
    <message>
        <source>This looks like a token, not a link.</source>
        <translation>這看起來是金鑰，不是連結。</translation>
    </message>
    <message>
        <source>A token is a secret, so it is never added as a song.</source>
        <translation>金鑰是機密，所以絕不會當作歌曲加入。</translation>
    </message>
    <message>
        <source>If it is your API token, paste it under “Connect”.</source>
        <translation>如果這是你的 API 金鑰，請貼到「連線」裡。</translation>
    </message>
    <message>
        <source>This link has expired.</source>
        <translation>此連結已過期。</translation>
    </message>
    <message>
        <source>Links of this kind work for a limited time only.</source>
        <translation>這類連結只在有限時間內有效。</translation>
    </message>
    <message>
        <source>Make a new link to the song and paste it here.</source>
        <translation>請為歌曲產生新連結，再貼到這裡。</translation>
    </message>
    <message>
        <source>This link is not public.</source>
        <translation>此連結不是公開的。</translation>
    </message>
    <message>
        <source>The site lets nobody in who has not signed in.</source>
        <translation>該網站不允許未登入的人存取。</translation>
    </message>
    <message>
        <source>Set its sharing to “anyone with the link”, then check again.</source>
        <translation>請把共用範圍設為「知道連結的任何人」，再重新檢查。</translation>
    </message>
    <message>
        <source>There is nothing at this link.</source>
        <translation>此連結下沒有內容。</translation>
    </message>
    <message>
        <source>The song was moved or deleted, or the link is not complete.</source>
        <translation>歌曲已被移動或刪除，或者連結不完整。</translation>
    </message>
    <message>
        <source>Copy the link again and paste it here.</source>
        <translation>請重新複製連結，再貼到這裡。</translation>
    </message>
    <message>
        <source>This does not look like a song.</source>
        <translation>這看起來不是歌曲。</translation>
    </message>
    <message>
        <source>It is a file, but not of a kind of audio that is known here.</source>
        <translation>這是一個檔案，但不是程式認得的音訊格式。</translation>
    </message>
    <message>
        <source>Use an MP3 or WAV file, or try it anyway.</source>
        <translation>請使用 MP3 或 WAV 檔案，或者還是試試看。</translation>
    </message>
    <message>
        <source>The link could not be checked from here.</source>
        <translation>無法從這裡檢查此連結。</translation>
    </message>
    <message>
        <source>Mountsea may still be able to open it: check again, or upload it anyway.</source>
        <translation>Mountsea 也許仍能開啟它：可以重新檢查，或直接上傳。</translation>
    </message>
    <message>
        <source>This is a song.</source>
        <translation>這是一首歌曲。</translation>
    </message>
    <message>
        <source>Its site did not take the connection, or broke it off.</source>
        <translation>對方網站沒有接受連線，或是中斷了連線。</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of its site.</source>
        <translation>這部電腦不信任該網站的憑證。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the question through.</source>
        <translation>網路代理伺服器沒有讓這次檢查通過。</translation>
    </message>
    <message>
        <source>Its site has trouble of its own or is too busy.</source>
        <translation>對方網站出了問題，或是太忙。</translation>
    </message>
    <message>
        <source>It leads from one address to the next without an end.</source>
        <translation>它從一個網址轉到另一個網址，沒有盡頭。</translation>
    </message>
    <message>
        <source>What its site answered cannot be understood.</source>
        <translation>看不懂對方網站的回答。</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>它沒有及時回應。</translation>
    </message>
    <message>
        <source>This link opens a folder, not a song.</source>
        <translation>此連結開啟的是資料夾，不是歌曲。</translation>
    </message>
    <message>
        <source>Mountsea takes one song per link.</source>
        <translation>Mountsea 每個連結只收一首歌。</translation>
    </message>
    <message>
        <source>Open the folder in {site} and copy the link of one song.</source>
        <translation>請在 {site} 裡開啟該資料夾，複製其中一首歌曲的連結。</translation>
    </message>
    <message>
        <source>A part of this link is missing.</source>
        <translation>此連結缺少一部分。</translation>
    </message>
    <message>
        <source>Without it {site} does not hand out the file.</source>
        <translation>缺了它，{site} 不會給出檔案。</translation>
    </message>
    <message>
        <source>It was shortened, or broken over two lines.</source>
        <translation>它被縮短了，或者被斷成了兩行。</translation>
    </message>
    <message>
        <source>Copy the whole link in {site} again and paste it here.</source>
        <translation>請在 {site} 裡重新複製完整連結，再貼到這裡。</translation>
    </message>
    <message>
        <source>Copy the whole link again and paste it here in one line.</source>
        <translation>請重新複製完整連結，並以一整行貼到這裡。</translation>
    </message>
    <message>
        <source>Links from {site} do not last long enough.</source>
        <translation>{site} 的連結有效時間太短。</translation>
    </message>
    <message>
        <source>They stop working after some minutes.</source>
        <translation>幾分鐘後就會失效。</translation>
    </message>
    <message>
        <source>Put the song into Dropbox or Google Drive and share it from there.</source>
        <translation>請把歌曲放到 Dropbox 或 Google Drive，再從那裡分享。</translation>
    </message>
    <message>
        <source>Links from {site} work in a browser only.</source>
        <translation>{site} 的連結只能在瀏覽器裡使用。</translation>
    </message>
    <message>
        <source>Mountsea fetches songs without a browser.</source>
        <translation>Mountsea 取得歌曲時不使用瀏覽器。</translation>
    </message>
    <message>
        <source>{site} has pages to listen to, not files to fetch.</source>
        <translation>{site} 提供的是試聽頁面，不是可取得的檔案。</translation>
    </message>
    <message>
        <source>Mountsea needs the audio file itself.</source>
        <translation>Mountsea 需要音訊檔案本身。</translation>
    </message>
    <message>
        <source>Put your own file of the song into Dropbox or Google Drive and share it from there.</source>
        <translation>請把你自己的歌曲檔案放到 Dropbox 或 Google Drive，再從那裡分享。</translation>
    </message>
    <message>
        <source>This link leads to a page of {site}, not to the song.</source>
        <translation>這個連結開啟的是 {site} 的頁面，不是歌曲。</translation>
    </message>
    <message>
        <source>The link of that page itself can be turned into one to the song.</source>
        <translation>那個頁面本身的連結可以轉換成歌曲的連結。</translation>
    </message>
    <message>
        <source>Open it in a browser, copy the address it leads to and paste that instead.</source>
        <translation>請在瀏覽器裡開啟它，複製最後的網址，改為貼上那個網址。</translation>
    </message>
    <message>
        <source>This link opens a web page, not a song.</source>
        <translation>此連結開啟的是網頁，不是歌曲。</translation>
    </message>
    <message>
        <source>{site} shows a page around the file.</source>
        <translation>{site} 把檔案放在網頁裡顯示。</translation>
    </message>
    <message>
        <source>Mountsea needs a link that leads straight to the audio file.</source>
        <translation>Mountsea 需要直接指向音訊檔案的連結。</translation>
    </message>
    <message>
        <source>Add “{end}” to the end of the link, and check again.</source>
        <translation>請在連結末尾加上「{end}」，然後重新檢查。</translation>
    </message>
    <message>
        <source>Check that it is shared with everybody who has the link, or share the song from another place.</source>
        <translation>請確認它已分享給任何擁有連結的人，或從別處分享這首歌。</translation>
    </message>
    <message>
        <source>This is a file on your computer or network.</source>
        <translation>這是你電腦或區域網路上的檔案。</translation>
    </message>
    <message>
        <source>Mountsea is elsewhere and cannot see it.</source>
        <translation>Mountsea 在別處，看不到它。</translation>
    </message>
    <message>
        <source>Put the song into Dropbox or Google Drive and paste its link.</source>
        <translation>請把歌曲放到 Dropbox 或 Google Drive，再貼上它的連結。</translation>
    </message>
    <message>
        <source>This address exists in your own network only.</source>
        <translation>此位址只存在於你自己的網路裡。</translation>
    </message>
    <message>
        <source>Mountsea is elsewhere and cannot reach it.</source>
        <translation>Mountsea 在別處，無法連到它。</translation>
    </message>
    <message>
        <source>This kind of address is never opened.</source>
        <translation>這類位址一律不會開啟。</translation>
    </message>
    <message>
        <source>It is not a plain link to a file, or it has a name and a password in it.</source>
        <translation>它不是一般的檔案連結，或者其中帶有使用者名稱和密碼。</translation>
    </message>
    <message>
        <source>Paste a link that begins with https:// and needs no signing in.</source>
        <translation>請貼上以 https:// 開頭、不需登入的連結。</translation>
    </message>
    <message>
        <source>This song is very short.</source>
        <translation>這首歌曲很短。</translation>
    </message>
    <message>
        <source>Full-length songs teach a model more.</source>
        <translation>完整的歌曲能讓模型學到更多。</translation>
    </message>
    <message>
        <source>Use the whole song if you have it.</source>
        <translation>如果有完整版，請使用完整版。</translation>
    </message>
    <message>
        <source>This song is longer than 8 minutes.</source>
        <translation>這首歌曲超過 8 分鐘。</translation>
    </message>
    <message>
        <source>Mountsea may not take it.</source>
        <translation>Mountsea 可能不接受。</translation>
    </message>
    <message>
        <source>Use a shorter version if you have one.</source>
        <translation>如果有較短的版本，請使用較短的。</translation>
    </message>
    <message>
        <source>This may be the same song as “{other}”.</source>
        <translation>這首可能和「{other}」是同一首歌。</translation>
    </message>
    <message>
        <source>Both files have exactly the same size.</source>
        <translation>兩個檔案的大小完全相同。</translation>
    </message>
    <message>
        <source>Keep both only if they are different songs.</source>
        <translation>確定是不同的歌曲再都保留。</translation>
    </message>
    <message>
        <source>This link is not encrypted.</source>
        <translation>此連結沒有加密。</translation>
    </message>
    <message>
        <source>It works, but others on the way could see which song is fetched.</source>
        <translation>可以使用，但途中別人能看到取得的是哪首歌曲。</translation>
    </message>
    <message>
        <source>Use https:// if the site offers it.</source>
        <translation>如果網站支援 https://，請使用它。</translation>
    </message>
    <message>
        <source>This link expires soon.</source>
        <translation>此連結即將過期。</translation>
    </message>
    <message>
        <source>Upload the song now, or make a new link to it.</source>
        <translation>請馬上上傳這首歌曲，或者為它產生新連結。</translation>
    </message>
    <message>
        <source>Something is not right here.</source>
        <translation>這裡有些不對勁。</translation>
    </message>
    <message>
        <source>This version of the program has no words for it.</source>
        <translation>這個版本的程式還無法說明原因。</translation>
    </message>
    <message>
        <source>Look at the details, or try again.</source>
        <translation>請查看詳細資訊，或者再試一次。</translation>
    </message>
    <message>
        <source>It is checked again by itself from time to time. You can also upload it: Mountsea may be able to open it.</source>
        <translation>程式會不時自動重新檢查它。你也可以直接上傳：Mountsea 也許能開啟它。</translation>
    </message>
    <message>
        <source>Its address cannot be found: this computer may be offline, or there is a typing mistake in it.</source>
        <translation>找不到它的位址：這部電腦可能沒有連線，或者位址裡有輸入錯誤。</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Add songs</source>
        <translation>加入歌曲</translation>
    </message>
    <message>
        <source>One link per line, or any text with links in it. Six songs are enough; more are welcome.</source>
        <translation>每行一個連結，或任何含有連結的文字。六首歌就夠，更多也歡迎。</translation>
    </message>
    <message>
        <source>Song links</source>
        <translation>歌曲連結</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>辨識結果</translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs</source>
        <translation>
            <numerusform>加入 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>the same as line {n}</source>
        <translation>與第 {n} 行相同</translation>
    </message>
    <message>
        <source>the same as “{title}”, which is in the list</source>
        <translation>與清單中的「{title}」相同</translation>
    </message>
    <message>
        <source>from {site}</source>
        <translation>來自 {site}</translation>
    </message>
    <message>
        <source>From a text file…</source>
        <translation>從文字檔…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>貼上連結</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n links</source>
        <translation>
            <numerusform>貼上 %n 個連結</numerusform>
        </translation>
    </message>
    <message>
        <source>How do I get a link?</source>
        <translation>怎樣取得連結？</translation>
    </message>
    <message>
        <source>“{other}” is in the list already</source>
        <translation>「{other}」已在清單中</translation>
    </message>
    <message numerus="yes">
        <source>%n songs can be uploaded.</source>
        <translation>
            <numerusform>%n 首歌曲可以上傳。</numerusform>
        </translation>
    </message>
    <message>
        <source>No link yet.</source>
        <translation>還沒有連結。</translation>
    </message>
    <message numerus="yes">
        <source>%n more and you have six.</source>
        <translation>
            <numerusform>再來 %n 首就滿六首了。</numerusform>
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
            <numerusform>只讀取了前 %n 個連結，其餘的請稍後再加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists of links</source>
        <translation>連結清單</translation>
    </message>
    <message>
        <source>{path} is on this computer, and no link: close this, then “Add files…”, or drop it on the window.</source>
        <translation>{path} 在這台電腦上，不是連結：請關閉此視窗，再用「加入檔案…」，或把它拖到視窗上。</translation>
    </message>
    <message>
        <source>“{name}” is a folder on this computer, and Mountsea is elsewhere and cannot see it. Put the songs into Dropbox or Google Drive and paste their links here; “Help” shows how.</source>
        <translation>「{name}」是這台電腦上的資料夾，而 Mountsea 在別處，看不到它。請把歌曲放到 Dropbox 或 Google Drive，再把連結貼到這裡；「說明」裡有教學。</translation>
    </message>
    <message>
        <source>Line {number}: no link in “{text}”</source>
        <translation>第 {number} 行：「{text}」中沒有連結</translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>還有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} · {note}</source>
        <translation>{text} · {note}</translation>
    </message>
    <message>
        <source>“{name}” is too large for a list of links.</source>
        <translation>「{name}」太大了，不像是連結清單。</translation>
    </message>
    <message>
        <source>“{name}” is written in an encoding that cannot be told for certain. Save it as UTF-8 and import it again.</source>
        <translation>「{name}」的文字編碼無法確定。請把它另存為 UTF-8 後再匯入。</translation>
    </message>
    <message>
        <source>“{name}” is not a list of links that can be read. Use a text, CSV or M3U file.</source>
        <translation>「{name}」不是可讀取的連結清單。請使用文字、CSV 或 M3U 檔案。</translation>
    </message>
    <message>
        <source>There is a picture on the clipboard, which holds no links. Copy the links themselves, as text.</source>
        <translation>剪貼簿裡是一張圖片，裡面沒有連結。請以文字形式複製連結本身。</translation>
    </message>
    <message>
        <source>“{name}” is a song on this computer, and no link. Add it with “Add files…”, or drop it on the window.</source>
        <translation>「{name}」是這台電腦上的歌曲，不是連結。請用「加入檔案…」加入，或把它拖到視窗上。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer, and no links. Add them with “Add files…”, or drop them on the window.</source>
        <translation>
            <numerusform>有 %n 首歌曲在這台電腦上，不是連結。請用「加入檔案…」加入，或把它們拖到視窗上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links cannot work yet: they come into the list, too, which says why.</source>
        <translation>
            <numerusform>%n 個連結還不能用：也會加入清單，並在那裡說明原因。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadeSongWords</name>
    <message>
        <source>Hear it</source>
        <translation>聽聽它</translation>
    </message>
    <message>
        <source>Have Mountsea make a song with it, from a description of your own.</source>
        <translation>寫一段描述，讓 Mountsea 用它做一首歌。</translation>
    </message>
    <message>
        <source>Hear it…</source>
        <translation>聽聽它…</translation>
    </message>
    <message>
        <source>A model learns the style of your songs: arrangement, harmony, sound. It does not learn a voice.</source>
        <translation>模型學的是你歌曲的風格：編曲、和聲、音色。它學不會某個人的嗓音。</translation>
    </message>
    <message>
        <source>A song by “{name}”</source>
        <translation>讓「{name}」做一首歌</translation>
    </message>
    <message>
        <source>Describe the song</source>
        <translation>描述這首歌</translation>
    </message>
    <message>
        <source>What is it about, and how does it sound?</source>
        <translation>它講什麼，聽起來是什麼樣的？</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>或者從這裡選一個開始：</translation>
    </message>
    <message>
        <source>A slow ballad about the sea at night</source>
        <translation>一首關於夜晚大海的慢歌</translation>
    </message>
    <message>
        <source>An upbeat summer song with a big chorus</source>
        <translation>一首歡快的夏日歌曲，副歌要響亮</translation>
    </message>
    <message>
        <source>A quiet piece for the end of a long day</source>
        <translation>一首適合漫長一天結束時聽的安靜曲子</translation>
    </message>
    <message>
        <source>A song about leaving home, hopeful in the end</source>
        <translation>一首離家的歌，結尾充滿希望</translation>
    </message>
    <message>
        <source>Without a voice</source>
        <translation>不要人聲</translation>
    </message>
    <message>
        <source>Title (may be left empty)</source>
        <translation>歌名（可以不填）</translation>
    </message>
    <message>
        <source>Describe the song first.</source>
        <translation>請先描述這首歌。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters, please.</source>
        <translation>
            <numerusform>最多 %n 個字元。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one cost {amount} credits.</source>
        <translation>上一首花了 {amount} 點數。</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked for your balance.</source>
        <translation>請稍候：正在向 Mountsea 查詢你的餘額。</translation>
    </message>
    <message>
        <source>Your balance: {amount} credits.</source>
        <translation>你的餘額：{amount} 點數。</translation>
    </message>
    <message>
        <source>Your balance is not known right now.</source>
        <translation>現在不知道你的餘額。</translation>
    </message>
    <message>
        <source>That is less than the last one cost. Add credits at Mountsea first.</source>
        <translation>這比上一首花的還少。請先到 Mountsea 加值。</translation>
    </message>
    <message>
        <source>Mountsea usually makes two songs at once, in one or two minutes, and charges for them once.</source>
        <translation>Mountsea 通常一次做兩首，需要一兩分鐘，只收一次費。</translation>
    </message>
    <message>
        <source>This is practice: no real credits are spent, and the songs are short tunes of the program&apos;s own.</source>
        <translation>這是練習：不會花真的點數，歌曲是程式自帶的短曲。</translation>
    </message>
    <message>
        <source>Make the song</source>
        <translation>做這首歌</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was spent. Look at what is said above, then try again.</source>
        <translation>什麼都沒有傳送，也沒有花費。請看看上面的提示，再試一次。</translation>
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
        <translation>長度</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Asking Mountsea…</source>
        <translation>正在請求 Mountsea…</translation>
    </message>
    <message>
        <source>Mountsea is making it · {elapsed}</source>
        <translation>Mountsea 正在做 · {elapsed}</translation>
    </message>
    <message>
        <source>Made; being saved here…</source>
        <translation>做好了；正在存到這裡…</translation>
    </message>
    <message>
        <source>Ready to be heard</source>
        <translation>可以聽了</translation>
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
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>再取一次</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>刪除「{title}」？</translation>
    </message>
    <message>
        <source>Its file is deleted from this computer, and it cannot be fetched again from here.</source>
        <translation>它的檔案會從這台電腦上刪除，之後無法再從這裡取回。</translation>
    </message>
    <message>
        <source>It is no longer listed here. What it may have cost stays among your credits.</source>
        <translation>它不再列在這裡。它可能花掉的點數仍會記在你的點數裡。</translation>
    </message>
    <message>
        <source>The file could not be deleted. Close whatever has it open, then try again.</source>
        <translation>檔案沒能刪除。請關掉正在使用它的程式，再試一次。</translation>
    </message>
    <message>
        <source>The song was saved as “{name}”.</source>
        <translation>歌曲已另存為「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” could not be written. Choose another folder.</source>
        <translation>「{name}」無法寫入。請換一個資料夾。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs were made and can be heard.</source>
        <translation>
            <numerusform>做好了 %n 首歌，可以聽了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mountsea does not say what a song costs. You will be shown what it cost; nothing is repeated by itself.</source>
        <translation>Mountsea 沒有說明做一首歌要多少點數。花費了多少會顯示給你看；沒有任何事會自動重複。</translation>
    </message>
    <message>
        <source>The song&apos;s file is no longer in its folder. It is fetched again; that costs nothing.</source>
        <translation>歌曲檔案已不在原資料夾中。正在重新取得，不收費。</translation>
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
        <translation>新增模型</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Make another from these songs</source>
        <translation>用這些歌曲再做一個</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>取消封存</translation>
    </message>
    <message>
        <source>{state} · archived</source>
        <translation>{state} · 已封存</translation>
    </message>
    <message>
        <source>Show archived</source>
        <translation>顯示已封存的模型</translation>
    </message>
    <message>
        <source>Collecting songs</source>
        <translation>正在收集歌曲</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>正在上傳</translation>
    </message>
    <message>
        <source>Can be created</source>
        <translation>可以建立</translation>
    </message>
    <message>
        <source>Waiting for your yes</source>
        <translation>等待你確認</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在傳送…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就緒</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>尚不明確</translation>
    </message>
    <message>
        <source>Create the model</source>
        <translation>建立模型</translation>
    </message>
    <message numerus="yes">
        <source>%n credits, asked for once more before. Training takes 2 to 3 minutes.</source>
        <translation>
            <numerusform>%n 點，花費前會再問一次。訓練需要 2 到 3 分鐘。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>模型名稱</translation>
    </message>
    <message>
        <source>Give the model a name. Until then it keeps the last one.</source>
        <translation>請幫模型取個名字。在此之前沿用原來的名稱。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters, please. Until then it keeps the last name.</source>
        <translation>
            <numerusform>最多 %n 個字元。在此之前沿用原來的名稱。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create model · %n credits</source>
        <translation>
            <numerusform>建立模型 · %n 點</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n more songs: a model needs six.</source>
        <translation>
            <numerusform>請再加入 %n 首歌曲：模型需要六首。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add six songs to begin.</source>
        <translation>先加入六首歌曲吧。</translation>
    </message>
    <message>
        <source>Next: upload the songs.</source>
        <translation>下一步：上傳歌曲。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent. Keep the program open until they are.</source>
        <translation>
            <numerusform>%n 首歌曲正在這裡等待送出，送完之前請不要關閉程式。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are still on their way. You may close the program; they go on at Mountsea.</source>
        <translation>
            <numerusform>還有 %n 首歌曲正在上傳。你可以關閉程式，Mountsea 會繼續處理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs need your attention.</source>
        <translation>
            <numerusform>有 %n 首歌曲需要你處理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs failed: retry them, or add others.</source>
        <translation>
            <numerusform>有 %n 首歌曲失敗：請重試，或加入其他歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model still needs %n more songs.</source>
        <translation>
            <numerusform>模型還需要 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are not uploaded yet.</source>
        <translation>
            <numerusform>另有 %n 首尚未上傳。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name of more than %n characters may be cut at Mountsea.</source>
        <translation>
            <numerusform>超過 %n 個字元的名稱，在 Mountsea 可能會被截短。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes of music.</source>
        <translation>
            <numerusform>共 %n 分鐘音樂。</numerusform>
        </translation>
    </message>
    <message>
        <source>Training takes 2 to 3 minutes, and cannot be stopped once it has begun.</source>
        <translation>訓練需要 2 到 3 分鐘。開始後無法停止。</translation>
    </message>
    <message>
        <source>Mountsea takes “{first}” and “{second}” for the same song: it counts once.</source>
        <translation>Mountsea 認為「{first}」和「{second}」是同一首歌，只算一首。</translation>
    </message>
    <message>
        <source>“{name}” is ready</source>
        <translation>「{name}」已就緒</translation>
    </message>
    <message>
        <source>Songs: {titles}</source>
        <translation>歌曲：{titles}</translation>
    </message>
    <message>
        <source>Use it elsewhere</source>
        <translation>用在別處</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>再做一個</translation>
    </message>
    <message>
        <source>With the same songs, or some of them, as a new model. They are uploaded again.</source>
        <translation>用同樣的歌曲，或其中幾首，做一個新模型。歌曲會重新上傳。</translation>
    </message>
    <message>
        <source>Mountsea had it already; it was found on {date}.</source>
        <translation>Mountsea 早已有這個模型；於 {date} 找到。</translation>
    </message>
    <message>
        <source>This is practice: there is no such model, and the ID works nowhere.</source>
        <translation>這是練習：並沒有這個模型，這個 ID 在任何地方都不能使用。</translation>
    </message>
    <message>
        <source>Paste its ID wherever Mountsea, or a program that uses it, asks for a model.</source>
        <translation>在 Mountsea 或使用它的程式要求填寫模型時，貼上這個 ID。</translation>
    </message>
    <message>
        <source>While you wait</source>
        <translation>等待的時候</translation>
    </message>
    <message>
        <source>Nothing needs to be done. Training goes on at Mountsea when you close the program, and is shown here when you open it again.</source>
        <translation>什麼都不用做。關閉程式後，訓練會在 Mountsea 繼續；再次開啟時，結果會顯示在這裡。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要處理</translation>
    </message>
    <message numerus="yes">
        <source>Tick %n more uploaded songs to train on.</source>
        <translation>
            <numerusform>請再勾選 %n 首已上傳的歌曲用於訓練。</numerusform>
        </translation>
    </message>
    <message>
        <source>Six songs uploaded. Your model can be created now.</source>
        <translation>六首歌曲已上傳，現在可以建立模型了。</translation>
    </message>
    <message>
        <source>Asking Mountsea to create the model…</source>
        <translation>正在請 Mountsea 建立模型…</translation>
    </message>
    <message>
        <source>If you close the program now, the model may still be created: at the next start the program asks Mountsea what became of it, and never sends it again by itself.</source>
        <translation>即使現在關閉程式，模型仍可能被建立：下次啟動時程式會向 Mountsea 詢問結果，絕不會自行再次送出。</translation>
    </message>
    <message>
        <source>Training is going on</source>
        <translation>正在訓練</translation>
    </message>
    <message>
        <source>It is not clear whether the model is being created</source>
        <translation>尚不清楚模型是否正在建立</translation>
    </message>
    <message>
        <source>That has to wait until no song is on its way any more.</source>
        <translation>還有歌曲正在上傳，請等它們完成後再試。</translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was spent. Look at what is said above, then press again.</source>
        <translation>什麼都沒有送出，也沒有花費點數。請看上面的說明，然後再按一次。</translation>
    </message>
    <message>
        <source>The model was not created. {why}</source>
        <translation>模型沒有建立。{why}</translation>
    </message>
    <message>
        <source>Training · {elapsed}. That is longer than usual. Mountsea is still at it, and nothing needs to be done; you may close the program.</source>
        <translation>訓練中 · {elapsed}。比平常久一些，Mountsea 仍在進行。你什麼都不用做，也可以關閉程式。</translation>
    </message>
    <message>
        <source>Create this model?</source>
        <translation>要建立這個模型嗎？</translation>
    </message>
    <message>
        <source>This is practice: nothing is sent, and no real credits are spent.</source>
        <translation>這是練習：不會傳送任何內容，也不會花費真實點數。</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” will learn from these %n songs:</source>
        <translation>
            <numerusform>「{name}」將從這 %n 首歌曲中學習：</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not clear whether “{name}”, from the same songs, is being created. If it is, this makes a second model, and another 100 credits are spent. Look at your balance and your models on Mountsea&apos;s site first.</source>
        <translation>用同樣歌曲的「{name}」是否正在建立，目前並不清楚。如果是，這次會再建立一個模型，並再花費 100 點。請先到 Mountsea 網站查看餘額和模型。</translation>
    </message>
    <message>
        <source>Mountsea says that something is already being done with these uploads: a model may be being created from them. If you go on, there may be a second one, and another 100 credits are spent.</source>
        <translation>Mountsea 表示這些上傳已經在處理中：可能正在用它們建立模型。如果繼續，可能會出現第二個模型，並再花費 100 點。</translation>
    </message>
    <message>
        <source>The last try was paid for, and no model came of it. This one costs another 100 credits.</source>
        <translation>上一次已經付費，但沒有得到模型。這次要再花費 100 點。</translation>
    </message>
    <message>
        <source>The last try may have been paid for, and no model came of it. This one costs another 100 credits.</source>
        <translation>上一次可能已經付費，但沒有得到模型。這次要再花費 100 點。</translation>
    </message>
    <message>
        <source>Nothing can be sent just now; it is tried again by itself.</source>
        <translation>現在無法傳送；程式會自動再試。</translation>
    </message>
    <message>
        <source>“{name}” was created before: Mountsea has it already. Nothing was spent now.</source>
        <translation>「{name}」之前已經建立：Mountsea 已有這個模型。這次沒有花費。</translation>
    </message>
    <message numerus="yes">
        <source>%n other songs of this model are not uploaded and are left out.</source>
        <translation>
            <numerusform>另有 %n 首歌曲尚未上傳，不會用於訓練。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>The model ID was copied.</source>
        <translation>已複製模型 ID。</translation>
    </message>
    <message>
        <source>“{before}” was renamed “{after}”.</source>
        <translation>「{before}」已改名為「{after}」。</translation>
    </message>
    <message>
        <source>“{name}” was put into the archive.</source>
        <translation>「{name}」已封存。</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for you to upload them.</source>
        <translation>
            <numerusform>還有 %n 首等你上傳。</numerusform>
        </translation>
    </message>
    <message>
        <source>Six are enough; 12 to 24 songs of one style are better.</source>
        <translation>六首就夠；同一風格的 12 到 24 首更好。</translation>
    </message>
    <message>
        <source>It is not known whether more than 24 songs make a model better.</source>
        <translation>超過 24 首是否會讓模型更好，目前並不清楚。</translation>
    </message>
    <message>
        <source>Your model can be created</source>
        <translation>可以建立模型了</translation>
    </message>
    <message numerus="yes">
        <source>It will learn from %n songs.</source>
        <translation>
            <numerusform>它將從 %n 首歌曲中學習。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can create it now, or wait for %n more songs.</source>
        <translation>
            <numerusform>現在就可以建立，也可以再等 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is being trained</source>
        <translation>正在訓練「{name}」</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到一分鐘</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>大約還要 %n 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Training · {elapsed} · {left}. You may close the program.</source>
        <translation>訓練中 · {elapsed} · {left}。可以關閉程式。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>Your balance</source>
        <translation>你的餘額</translation>
    </message>
    <message>
        <source>Balance afterwards</source>
        <translation>之後的餘額</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} 點</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查詢…</translation>
    </message>
    <message>
        <source>not known right now</source>
        <translation>暫時未知</translation>
    </message>
    <message>
        <source>Mountsea does not say how many credits you have; it is asked again every few seconds. {why}</source>
        <translation>Mountsea 沒有告訴你還有多少點數；每隔幾秒會再問一次。{why}</translation>
    </message>
    <message>
        <source>Your balance is lower than the price. Add credits at Mountsea first.</source>
        <translation>你的餘額低於價格。請先到 Mountsea 儲值點數。</translation>
    </message>
    <message>
        <source>To go on, tick what you agree to.</source>
        <translation>請先勾選你同意的選項，才能繼續。</translation>
    </message>
    <message>
        <source>One moment: Mountsea is asked for your balance.</source>
        <translation>請稍候：正在向 Mountsea 查詢餘額。</translation>
    </message>
    <message>
        <source>I own the rights to these songs</source>
        <translation>我擁有這些歌曲的版權</translation>
    </message>
    <message numerus="yes">
        <source>Spend %n credits</source>
        <translation>
            <numerusform>花費 %n 點</numerusform>
        </translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>要再送出一次嗎？</translation>
    </message>
    <message>
        <source>Mountsea accepted it the first time, under the number {receipt}, and never said how it ended. If you send it again, another 100 credits are spent, and there may be two models in the end. Ask Mountsea&apos;s support about that number first.</source>
        <translation>Mountsea 第一次已經接受，編號是 {receipt}，但一直沒有說明結果。如果再次送出，會再花費 100 點，最後可能會有兩個模型。請先用這個編號詢問 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea never answered the first time. If it did create the model, sending again creates a second one, and another 100 credits are spent. Look at your balance and your models on Mountsea&apos;s site first.</source>
        <translation>第一次 Mountsea 一直沒有回應。如果它其實已經建立了模型，再送出會建立第二個，並再花費 100 點。請先到 Mountsea 網站查看你的餘額和模型。</translation>
    </message>
    <message>
        <source>Mountsea did not say what has been done with these uploads. If a model is already being created from them, this makes a second one, and another 100 credits are spent. Look at your models on Mountsea&apos;s site first.</source>
        <translation>Mountsea 沒有說明這些上傳已經被用來做了什麼。如果已經在用它們建立模型，這次會建立第二個，並再花費 100 點。請先到 Mountsea 網站查看你的模型。</translation>
    </message>
    <message>
        <source>I take the risk</source>
        <translation>我願意承擔風險</translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n of your songs, finished {date}.</source>
        <translation>
            <numerusform>用你的 %n 首歌曲訓練，完成於 {date}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>模型 ID</translation>
    </message>
    <message>
        <source>Copy model ID</source>
        <translation>複製模型 ID</translation>
    </message>
    <message>
        <source>Copy an example for developers</source>
        <translation>複製給開發者的範例</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次送出…</translation>
    </message>
    <message>
        <source>Start over with these songs</source>
        <translation>用這些歌曲重新開始</translation>
    </message>
    <message numerus="yes">
        <source>You have {balance} credits, and creating a model costs %n. Add some on Mountsea&apos;s site before then.</source>
        <translation>
            <numerusform>你有 {balance} 點，而建立模型需要 %n 點。請在那之前到 Mountsea 網站加值。</numerusform>
        </translation>
    </message>
    <message>
        <source>From these songs</source>
        <translation>用這些歌曲</translation>
    </message>
    <message>
        <source>Training · {elapsed}. In practice it takes half a minute, at Mountsea 2 to 3 minutes.</source>
        <translation>訓練中 · {elapsed}。練習時約半分鐘，在 Mountsea 實際需要 2 到 3 分鐘。</translation>
    </message>
    <message>
        <source>In practice training takes half a minute, at Mountsea 2 to 3 minutes. It cannot be stopped once it has begun.</source>
        <translation>練習時訓練約半分鐘，在 Mountsea 實際需要 2 到 3 分鐘。一旦開始就無法停止。</translation>
    </message>
    <message>
        <source>Paid; waiting for Mountsea</source>
        <translation>已付費，正在等待 Mountsea</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>現在再問一次</translation>
    </message>
    <message>
        <source>Mountsea is asked once more. As soon as it tells, it is shown here.</source>
        <translation>正在再次詢問 Mountsea。一有答覆就會顯示在這裡。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>So it was most likely paid for, and the model may still come. If you send it again, another 100 credits are spent, and there may be two models in the end. Ask Mountsea&apos;s support first.</source>
        <translation>所以它很可能已經付過費，模型也可能還會出現。如果再傳送一次，會再花費 100 點數，最後可能會有兩個模型。請先詢問 Mountsea 的客服。</translation>
    </message>
    <message>
        <source>{amount} credits too few</source>
        <translation>還差 {amount} 點數</translation>
    </message>
    <message>
        <source>Too few credits</source>
        <translation>點數不足</translation>
    </message>
</context>
<context>
    <name>MountseaProblemWords</name>
    <message>
        <source>Mountsea&apos;s answer did not arrive.</source>
        <translation>沒有收到 Mountsea 的回應。</translation>
    </message>
    <message>
        <source>The connection broke or took too long after something had been sent.</source>
        <translation>內容送出之後，連線中斷或等待太久。</translation>
    </message>
    <message>
        <source>Check the internet connection before you send it again.</source>
        <translation>再次送出之前，請檢查網路連線。</translation>
    </message>
    <message>
        <source>Mountsea had trouble of its own.</source>
        <translation>Mountsea 本身出了問題。</translation>
    </message>
    <message>
        <source>Its server answered with an error, which does not say whether it went through.</source>
        <translation>它的伺服器傳回了錯誤，無法得知是否已經成功。</translation>
    </message>
    <message>
        <source>Wait a few minutes before you send it again.</source>
        <translation>請等幾分鐘再送出。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s answer could not be understood.</source>
        <translation>無法理解 Mountsea 的回應。</translation>
    </message>
    <message>
        <source>Something on the way may have changed it, or Mountsea changed its ways.</source>
        <translation>可能途中被更動，也可能是 Mountsea 改變了方式。</translation>
    </message>
    <message>
        <source>If it happens again, send the details to Mountsea&apos;s support.</source>
        <translation>如果再次出現，請把詳細資訊傳給 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea was still busy with the same thing.</source>
        <translation>Mountsea 還在處理同一件事。</translation>
    </message>
    <message>
        <source>It does not say whether this attempt counted.</source>
        <translation>它沒有說明這次是否算數。</translation>
    </message>
    <message>
        <source>Mountsea did not accept it.</source>
        <translation>Mountsea 沒有接受。</translation>
    </message>
    <message>
        <source>It says: “{said}”.</source>
        <translation>它說：「{said}」。</translation>
    </message>
    <message>
        <source>Correct what it names and try again.</source>
        <translation>請修正它指出的問題，然後再試。</translation>
    </message>
    <message>
        <source>Your Mountsea account may not do this.</source>
        <translation>你的 Mountsea 帳戶沒有權限這樣做。</translation>
    </message>
    <message>
        <source>Look at your account on Mountsea&apos;s site, then try again.</source>
        <translation>請到 Mountsea 網站查看你的帳戶，然後再試。</translation>
    </message>
    <message>
        <source>Mountsea does not know what was asked for.</source>
        <translation>Mountsea 找不到所要的內容。</translation>
    </message>
    <message>
        <source>It may have been too long ago, or the address of Mountsea is wrong.</source>
        <translation>可能時間太久了，也可能 Mountsea 的位址不對。</translation>
    </message>
    <message>
        <source>Try again; if it stays like this, start over with these songs.</source>
        <translation>請再試一次；如果還是這樣，就用這些歌曲重新開始。</translation>
    </message>
    <message>
        <source>That was more than Mountsea takes.</source>
        <translation>超出了 Mountsea 能接受的大小。</translation>
    </message>
    <message>
        <source>Use a shorter link or fewer songs, and try again.</source>
        <translation>請使用更短的連結或更少的歌曲，然後再試。</translation>
    </message>
    <message>
        <source>No connection to Mountsea.</source>
        <translation>無法連線到 Mountsea。</translation>
    </message>
    <message>
        <source>Its address cannot be found from here; this computer seems to be offline.</source>
        <translation>從這裡找不到它的位址，這台電腦似乎沒有連上網路。</translation>
    </message>
    <message>
        <source>Check the internet connection.</source>
        <translation>請檢查網路連線。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy cannot be used.</source>
        <translation>網路的 Proxy 無法使用。</translation>
    </message>
    <message>
        <source>This computer is set to reach the internet through it, and it does not answer.</source>
        <translation>這部電腦設定為透過它上網，但它沒有回應。</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer.</source>
        <translation>請聯絡設定這部電腦的人。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy asks for a name and a password.</source>
        <translation>網路的 Proxy 要求使用者名稱和密碼。</translation>
    </message>
    <message>
        <source>Without them nothing gets through.</source>
        <translation>沒有它們就無法通過。</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer to enter them in its proxy settings.</source>
        <translation>請設定這部電腦的人在 Proxy 設定裡填好。</translation>
    </message>
    <message>
        <source>It was issued by “{issuer}”, which this computer does not trust.</source>
        <translation>憑證由「{issuer}」簽發，而這部電腦不信任它。</translation>
    </message>
    <message>
        <source>The connection to Mountsea is not safe, so nothing was sent.</source>
        <translation>與 Mountsea 的連線不安全，因此沒有送出任何內容。</translation>
    </message>
    <message>
        <source>Its certificate comes from somewhere this computer does not trust.</source>
        <translation>它的憑證來自這部電腦不信任的地方。</translation>
    </message>
    <message>
        <source>In a studio or office, ask for its certificate to be installed on this computer.</source>
        <translation>如果在錄音室或公司，請人把那裡的憑證安裝到這部電腦上。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong: elsewhere it is {date}.</source>
        <translation>這部電腦的時鐘不對：伺服器上的時間是 {date}。</translation>
    </message>
    <message>
        <source>Set this computer&apos;s date, time and time zone.</source>
        <translation>請校正這部電腦的日期、時間和時區。</translation>
    </message>
    <message>
        <source>Its certificate is out of date or belongs to somebody else.</source>
        <translation>它的憑證已過期，或者屬於別人。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time, and whether the network asks you to sign in.</source>
        <translation>請檢查這部電腦的日期和時間，以及網路是否要求登入。</translation>
    </message>
    <message>
        <source>The network answered instead of Mountsea.</source>
        <translation>回應的是網路，而不是 Mountsea。</translation>
    </message>
    <message>
        <source>It shows a web page, as networks do that ask you to sign in first.</source>
        <translation>它顯示了一個網頁，要求先登入的網路通常會這樣。</translation>
    </message>
    <message>
        <source>Open any web page in a browser and sign in to the network.</source>
        <translation>請在瀏覽器裡開啟任一網頁，並登入網路。</translation>
    </message>
    <message>
        <source>Mountsea cannot be reached.</source>
        <translation>連不上 Mountsea。</translation>
    </message>
    <message>
        <source>It did not take the connection.</source>
        <translation>它沒有接受連線。</translation>
    </message>
    <message>
        <source>Check the internet connection; Mountsea may also be down for a while.</source>
        <translation>請檢查網路連線；也可能是 Mountsea 暫時停機。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not accept the name and the password.</source>
        <translation>網路代理伺服器沒有接受這個使用者名稱和密碼。</translation>
    </message>
    <message>
        <source>{place} let nothing through. Some proxies also want another way of signing in.</source>
        <translation>{place} 沒有放行。有些代理伺服器還要求別的登入方式。</translation>
    </message>
    <message>
        <source>Enter them again; if that does not help, ask whoever set up the network to let this program reach Mountsea without signing in.</source>
        <translation>請重新輸入；如果還是不行，請讓設定網路的人允許本程式不登入就能連到 Mountsea。</translation>
    </message>
    <message>
        <source>Without them {place} lets nothing through.</source>
        <translation>沒有它們，{place} 不會放行。</translation>
    </message>
    <message>
        <source>Sign in to it; everything goes on by itself then.</source>
        <translation>登入後一切會自動繼續。</translation>
    </message>
    <message>
        <source>{todo} Everything goes on by itself afterwards.</source>
        <translation>{todo}之後一切會自動繼續。</translation>
    </message>
    <message>
        <source>Not connected to Mountsea yet.</source>
        <translation>還沒有連線到 Mountsea。</translation>
    </message>
    <message>
        <source>There is no API token on this computer.</source>
        <translation>這部電腦上沒有 API 金鑰。</translation>
    </message>
    <message>
        <source>Enter your token; everything goes on by itself then.</source>
        <translation>請輸入金鑰，之後一切會自動繼續。</translation>
    </message>
    <message>
        <source>Mountsea does not accept the API token.</source>
        <translation>Mountsea 不接受這個 API 金鑰。</translation>
    </message>
    <message>
        <source>It may be mistyped, or it was withdrawn.</source>
        <translation>可能輸入錯誤，也可能已被撤銷。</translation>
    </message>
    <message>
        <source>Enter a valid token; everything goes on by itself then.</source>
        <translation>請輸入有效的金鑰，之後一切會自動繼續。</translation>
    </message>
    <message>
        <source>There are not enough credits in your Mountsea account.</source>
        <translation>你的 Mountsea 帳戶點數不足。</translation>
    </message>
    <message>
        <source>Creating a model costs 100 credits.</source>
        <translation>建立一個模型需要 100 點。</translation>
    </message>
    <message>
        <source>Add credits on Mountsea&apos;s site; everything waits here.</source>
        <translation>請到 Mountsea 網站儲值點數，這裡會一直等你。</translation>
    </message>
    <message>
        <source>Mountsea asks for a little patience.</source>
        <translation>Mountsea 請你稍候片刻。</translation>
    </message>
    <message>
        <source>It had too many requests in a short time.</source>
        <translation>短時間內要求太多。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>你什麼都不用做。</translation>
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
        <translation>訊息</translation>
    </message>
    <message>
        <source>Not connected to Mountsea yet.</source>
        <translation>尚未連線到 Mountsea。</translation>
    </message>
    <message>
        <source>Enter token…</source>
        <translation>輸入金鑰…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>I have credits now</source>
        <translation>我已有點數</translation>
    </message>
    <message>
        <source>Trying again in {time}.</source>
        <translation>{time} 後自動重試。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>會自動重試。</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已復原：{what}</translation>
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
            <numerusform>已從上次的地方繼續：有 %n 首歌曲正在處理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were being sent when the program ended, and may have arrived. Mountsea is asked whether they did.</source>
        <translation>
            <numerusform>程式結束時有 %n 首歌曲正在傳送，可能已經送達。正在向 Mountsea 查詢。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message numerus="yes">
        <source>%n songs go on at Mountsea.</source>
        <translation>
            <numerusform>有 %n 首歌曲在 Mountsea 繼續處理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models go on being created at Mountsea.</source>
        <translation>
            <numerusform>有 %n 個模型在 Mountsea 繼續建立。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent.</source>
        <translation>
            <numerusform>有 %n 首歌曲在這裡等待送出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were just being sent.</source>
        <translation>
            <numerusform>%n 首歌曲正在傳送中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing what is being sent. The window closes by itself in a few seconds.</source>
        <translation>正在完成傳送。視窗會在幾秒後自動關閉。</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>立即關閉</translation>
    </message>
    <message>
        <source>Open the program again to see what became of it.</source>
        <translation>重新開啟程式就能看到結果。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重試…</translation>
    </message>
    <message>
        <source>You have {amount} credits.</source>
        <translation>你有 {amount} 點。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>That was not done: {what} {todo}</source>
        <translation>操作沒有完成：{what}{todo}</translation>
    </message>
    <message>
        <source>The record of your songs was damaged and has been set aside as “{path}”. A new one was begun. If a model was being created, look at your balance and your models on Mountsea&apos;s site before you create it again.</source>
        <translation>你的歌曲記錄已損壞，已另存為「{path}」，並新建了一份。如果當時正在建立模型，請先到 Mountsea 網站查看餘額和模型，再重新建立。</translation>
    </message>
    <message>
        <source>The record of your songs is no longer there: “{path}”. A new one was begun. If you have a copy, close the program and put it back. If a model was being created, look at your balance and your models on Mountsea&apos;s site before you create it again.</source>
        <translation>你的歌曲記錄不見了：「{path}」。已經開始了一份新的。如果你有副本，請關閉程式並把它放回去。如果當時正在建立模型，再次建立之前，請先在 Mountsea 網站上查看餘額和模型。</translation>
    </message>
    <message>
        <source>Other people who use this computer can write to the folder “{path}”, where your songs and settings are kept. Better let nobody but yourself write there.</source>
        <translation>使用這台電腦的其他人可以寫入資料夾「{path}」，你的歌曲和設定就存放在那裡。最好只允許你自己寫入。</translation>
    </message>
    <message>
        <source>The settings could not be read and were set back to the usual ones.</source>
        <translation>無法讀取設定，已還原為預設設定。</translation>
    </message>
    <message>
        <source>The folder “{path}”, where your songs and settings are kept, is on a network drive that does not tell other computers that it is in use. Open this program on one computer at a time.</source>
        <translation>儲存歌曲和設定的資料夾「{path}」位於網路磁碟機上，而它不會告訴其他電腦自己正在使用中。請同一時間只在一部電腦上開啟本程式。</translation>
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
        <translation>暫停</translation>
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
        <translation>關閉播放器</translation>
    </message>
    <message>
        <source>{now} of {length}</source>
        <translation>{now}，共 {length}</translation>
    </message>
    <message>
        <source>One moment: the song is being read.</source>
        <translation>請稍候：正在讀取歌曲。</translation>
    </message>
    <message>
        <source>Open with your player</source>
        <translation>用你的播放器開啟</translation>
    </message>
    <message>
        <source>This computer has no sound device for the program, so nothing is heard.</source>
        <translation>這台電腦沒有程式可用的聲音裝置，所以聽不到聲音。</translation>
    </message>
    <message>
        <source>This is too long to be played here.</source>
        <translation>它太長了，無法在這裡播放。</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>這個檔案裡沒有聲音。</translation>
    </message>
    <message>
        <source>This copy of the program cannot play sound.</source>
        <translation>這個版本的程式不能播放聲音。</translation>
    </message>
    <message>
        <source>The file is not where it was.</source>
        <translation>檔案不在原來的地方。</translation>
    </message>
    <message>
        <source>The file cannot be read right now: its folder or drive is not there, or another program has it open. Reconnect the drive or close that program, then press “Play” again.</source>
        <translation>現在無法讀取這個檔案：它所在的資料夾或磁碟機不在，或者另一個程式正在使用它。請重新連接磁碟機或關閉那個程式，然後再按「播放」。</translation>
    </message>
    <message>
        <source>This is no sound that the program can play, or it is damaged.</source>
        <translation>程式無法播放這個檔案：它不是可播放的聲音，或者已損壞。</translation>
    </message>
    <message>
        <source>M4A, AAC, Opus and WMA are not played here, but by your own player.</source>
        <translation>M4A、AAC、Opus 和 WMA 無法在這裡播放，請用你自己的播放器開啟。</translation>
    </message>
    <message>
        <source>The sound device does not answer, so nothing is heard. Press “Play” again in a moment, or open the song with your own player.</source>
        <translation>聲音裝置沒有回應，所以聽不到聲音。請稍後再按「播放」，或者用你的播放器開啟這首歌。</translation>
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
        <translation>傳送過程中程式被關閉了。</translation>
    </message>
    <message>
        <source>So nobody here knows whether it arrived.</source>
        <translation>因此無從得知是否已送達。</translation>
    </message>
    <message>
        <source>Send it again only if you accept that it may count twice.</source>
        <translation>只有在你能接受可能算兩次時，才再次送出。</translation>
    </message>
    <message>
        <source>Mountsea does not say what became of it.</source>
        <translation>Mountsea 沒有說明結果如何。</translation>
    </message>
    <message>
        <source>It was accepted under the number {task}.</source>
        <translation>它已被受理，編號為 {task}。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support about that number, or send it again.</source>
        <translation>請憑此編號詢問 Mountsea 客服，或者再次送出。</translation>
    </message>
    <message>
        <source>Mountsea has trouble of its own.</source>
        <translation>Mountsea 本身出了問題。</translation>
    </message>
    <message>
        <source>Its servers are out of order for a while.</source>
        <translation>它的伺服器暫時無法運作。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; everything goes on by itself afterwards.</source>
        <translation>你什麼都不用做，恢復後一切會自動繼續。</translation>
    </message>
    <message>
        <source>Mountsea took too long and gave up.</source>
        <translation>Mountsea 花了太久，已經放棄。</translation>
    </message>
    <message>
        <source>It did not finish in the time it allows itself.</source>
        <translation>它沒有在自己限定的時間內完成。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>請幾分鐘後再試。</translation>
    </message>
    <message>
        <source>Mountsea did not answer the first question.</source>
        <translation>Mountsea 沒有回應最初的要求。</translation>
    </message>
    <message>
        <source>No song was sent yet, and nothing was spent.</source>
        <translation>還沒有送出歌曲，也沒有花費點數。</translation>
    </message>
    <message>
        <source>Press “Upload” again.</source>
        <translation>請再按一次「上傳」。</translation>
    </message>
    <message>
        <source>Mountsea no longer knows these uploads.</source>
        <translation>Mountsea 已經找不到這些上傳。</translation>
    </message>
    <message>
        <source>They may have been waiting for too long.</source>
        <translation>可能等待的時間太久了。</translation>
    </message>
    <message>
        <source>Start over with these songs: all links are kept and uploaded anew.</source>
        <translation>請用這些歌曲重新開始：所有連結都會保留並重新上傳。</translation>
    </message>
    <message>
        <source>Mountsea accepted it under the number {task}, and does not say what became of it.</source>
        <translation>Mountsea 已經接受，編號是 {task}，但沒有說明結果。</translation>
    </message>
    <message>
        <source>Mountsea never said whether it creates the model.</source>
        <translation>Mountsea 一直沒有說明是否在建立模型。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, and {back} given back on {back_at}.</source>
        <translation>Mountsea 的紀錄顯示：{at} 因建立模型扣了 {amount} 點，並於 {back_at} 退還了 {back} 點。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}.</source>
        <translation>Mountsea 的紀錄顯示：{at} 因建立模型扣了 {amount} 點。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, which may have been this one or another.</source>
        <translation>Mountsea 的紀錄顯示：{at} 因建立模型扣了 {amount} 點，可能是這個模型，也可能是另一個。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show no charge for it.</source>
        <translation>Mountsea 的紀錄中沒有為此扣點。</translation>
    </message>
    <message>
        <source>Your balance went from {before} to {after} credits, which does not tell whether it was paid for.</source>
        <translation>你的餘額從 {before} 變為 {after} 點，但這不能說明是否為此扣了點。</translation>
    </message>
    <message>
        <source>It says: “{said}”.</source>
        <translation>它說：「{said}」。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support for them before you pay for another try.</source>
        <translation>再次付費之前，請先向 Mountsea 客服詢問這些點數。</translation>
    </message>
    <message>
        <source>You can create it again.</source>
        <translation>你可以重新建立。</translation>
    </message>
    <message>
        <source>{before} {after}</source>
        <translation>{before}{after}</translation>
    </message>
    <message>
        <source>Free some space on this computer.</source>
        <translation>請在這部電腦上騰出一些空間。</translation>
    </message>
    <message>
        <source>Close that program, or wait until it is done.</source>
        <translation>請關閉那個程式，或等它完成。</translation>
    </message>
    <message>
        <source>Allow writing to the program&apos;s folder.</source>
        <translation>請允許寫入本程式的資料夾。</translation>
    </message>
    <message>
        <source>There is a folder where the record of your songs should be.</source>
        <translation>在應存放歌曲紀錄的位置有一個資料夾。</translation>
    </message>
    <message>
        <source>It has the same name, journal.sqlite3, and stands in the program&apos;s folder.</source>
        <translation>它的名稱同為 journal.sqlite3，位於程式的資料夾中。</translation>
    </message>
    <message>
        <source>Rename that folder, then open the program again.</source>
        <translation>請重新命名該資料夾，然後再次開啟程式。</translation>
    </message>
    <message>
        <source>Bring it back.</source>
        <translation>請讓它恢復可用。</translation>
    </message>
    <message>
        <source>Wait: the model appears here as soon as Mountsea tells.</source>
        <translation>請稍候：一有消息，模型就會出現在這裡。</translation>
    </message>
    <message>
        <source>Wait some minutes; if nothing appears, you can send it again.</source>
        <translation>請等幾分鐘；如果一直沒有出現，可以再次送出。</translation>
    </message>
    <message>
        <source>Your balance does not tell either.</source>
        <translation>從你的餘額也看不出來。</translation>
    </message>
    <message>
        <source>Look at your models on Mountsea&apos;s site before you send it again.</source>
        <translation>再次送出之前，請先到 Mountsea 網站查看你的模型。</translation>
    </message>
    <message>
        <source>Wait; if the model never appears here, ask Mountsea&apos;s support about that number.</source>
        <translation>請稍候；如果模型一直沒有出現，請用這個編號詢問 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Your balance is not known yet.</source>
        <translation>目前還不知道你的餘額。</translation>
    </message>
    <message>
        <source>It gives no reason.</source>
        <translation>它沒有說明原因。</translation>
    </message>
    <message>
        <source>Look at your balance before you create it again.</source>
        <translation>再次建立之前，請先看看你的餘額。</translation>
    </message>
    <message>
        <source>Mountsea could not train it.</source>
        <translation>Mountsea 未能訓練它。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>Nothing is sent that could not be written down first.</source>
        <translation>凡是無法先記錄下來的，都不會送出。</translation>
    </message>
    <message>
        <source>The record of your songs is in use.</source>
        <translation>你的歌曲記錄正被占用。</translation>
    </message>
    <message>
        <source>Another program, a backup for example, holds it.</source>
        <translation>另一個程式（例如備份）正在使用它。</translation>
    </message>
    <message>
        <source>The record of your songs cannot be written.</source>
        <translation>無法寫入你的歌曲記錄。</translation>
    </message>
    <message>
        <source>Its folder is read-only.</source>
        <translation>它所在的資料夾是唯讀的。</translation>
    </message>
    <message>
        <source>The record of your songs is damaged.</source>
        <translation>你的歌曲記錄已損壞。</translation>
    </message>
    <message>
        <source>The disk or another program has changed it.</source>
        <translation>磁碟或其他程式更動了它。</translation>
    </message>
    <message>
        <source>Close the program and open it again.</source>
        <translation>請關閉程式，再重新開啟。</translation>
    </message>
    <message>
        <source>The record of your songs was written by a newer version of this program.</source>
        <translation>你的歌曲記錄是由更新版本的程式寫入的。</translation>
    </message>
    <message>
        <source>This version would not understand it.</source>
        <translation>這個版本無法讀懂它。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>請安裝新版本。</translation>
    </message>
    <message>
        <source>The program&apos;s folder cannot be reached.</source>
        <translation>無法存取程式的資料夾。</translation>
    </message>
    <message>
        <source>The disk may have been unplugged, or the folder was moved.</source>
        <translation>可能是磁碟被拔除，或者資料夾被移動了。</translation>
    </message>
    <message>
        <source>What was charged for it was given back.</source>
        <translation>為它扣除的點數已經退還。</translation>
    </message>
    <message>
        <source>You can have one made again.</source>
        <translation>你可以再做一首。</translation>
    </message>
    <message>
        <source>Look at your credits before you have another one made.</source>
        <translation>再做一首之前，請先看看你的點數。</translation>
    </message>
    <message>
        <source>Mountsea made no song.</source>
        <translation>Mountsea 沒有做出歌曲。</translation>
    </message>
    <message>
        <source>Mountsea says that the song is done, and does not say where it is.</source>
        <translation>Mountsea 說歌曲做好了，卻沒有說它在哪裡。</translation>
    </message>
    <message>
        <source>Ask for it again; that costs nothing.</source>
        <translation>再取一次；這不花錢。</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full.</source>
        <translation>這台電腦的磁碟滿了。</translation>
    </message>
    <message>
        <source>The program&apos;s folder cannot be written.</source>
        <translation>程式的資料夾無法寫入。</translation>
    </message>
    <message>
        <source>The song is made, and could not be saved here.</source>
        <translation>歌曲做好了，但沒能存到這裡。</translation>
    </message>
    <message>
        <source>Put that right, then ask for it again; that costs nothing.</source>
        <translation>先解決這個問題，再取一次；這不花錢。</translation>
    </message>
    <message>
        <source>Mountsea took the order and no longer knows of it.</source>
        <translation>Mountsea 接受了這個請求，現在卻查不到它了。</translation>
    </message>
    <message>
        <source>Its number is {task}.</source>
        <translation>它的編號是 {task}。</translation>
    </message>
    <message>
        <source>Ask Mountsea&apos;s support about that number.</source>
        <translation>請用這個編號詢問 Mountsea 客服。</translation>
    </message>
    <message>
        <source>Mountsea never said whether it makes the song.</source>
        <translation>Mountsea 沒有說它是否在做這首歌。</translation>
    </message>
    <message>
        <source>Its records of your credits are being looked at.</source>
        <translation>正在查看它的點數紀錄。</translation>
    </message>
    <message>
        <source>Look at your songs on Mountsea&apos;s site before you have another one made.</source>
        <translation>再做一首之前，請先到 Mountsea 網站看看你的歌曲。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}.</source>
        <translation>Mountsea 的紀錄顯示，{at} 為一首歌扣了 {amount} 點數。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}, which may have been this one or another.</source>
        <translation>Mountsea 的紀錄顯示，{at} 為一首歌扣了 {amount} 點數，可能是這一首，也可能是別的。</translation>
    </message>
    <message>
        <source>Whether it was charged for is not known yet.</source>
        <translation>是否為它扣了點數，現在還不知道。</translation>
    </message>
    <message>
        <source>The Suno account that Mountsea chose has as many models as it may.</source>
        <translation>Mountsea 選用的 Suno 帳戶，模型數量已達上限。</translation>
    </message>
    <message>
        <source>Start over: a new session may get another account. All songs are uploaded again, which may cost credits again.</source>
        <translation>重新開始：新的工作階段可能會用另一個帳戶。所有歌曲都要重新上傳，可能會再花點數。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for a song on {at}, and given back.</source>
        <translation>Mountsea 的紀錄顯示，{at} 為一首歌扣了 {amount} 點數，並已退還。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s records show that {amount} credits were charged for creating a model on {at}, and given back on {back_at}.</source>
        <translation>Mountsea 的紀錄顯示，{at} 因建立模型扣了 {amount} 點數，並於 {back_at} 退還。</translation>
    </message>
    <message>
        <source>Your balance is {after} credits, as before, which does not prove that nothing was charged.</source>
        <translation>你的餘額是 {after} 點數，與之前相同，但這不能證明沒有扣款。</translation>
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
        <translation>練習 · 不會扣費</translation>
    </message>
    <message>
        <source>Try with sample songs</source>
        <translation>用範例歌曲試試</translation>
    </message>
    <message>
        <source>The practice window could not be opened.</source>
        <translation>無法開啟練習視窗。</translation>
    </message>
    <message>
        <source>Practice mode: nothing is sent, nothing is charged, and nothing is kept.</source>
        <translation>練習模式：不會送出任何內容，不會扣點數，也不會保留記錄。</translation>
    </message>
    <message>
        <source>This program is set up to send everything, your token too, to {hosts}. Not all of these are Mountsea&apos;s own addresses.</source>
        <translation>這個程式被設定為把所有內容（包括你的金鑰）傳送到 {hosts}。其中有的不是 Mountsea 自己的位址。</translation>
    </message>
    <message>
        <source>Mountsea Desktop cannot start</source>
        <translation>Mountsea Desktop 無法啟動</translation>
    </message>
    <message>
        <source>The address in {variable} cannot be used: “{value}”. It must begin with https:// and name a host, for example https://api.mountsea.ai. Correct it, or remove {variable} to use the usual address.</source>
        <translation>{variable} 裡的位址無法使用：「{value}」。它必須以 https:// 開頭並帶有主機名稱，例如 https://api.mountsea.ai。請修正它，或者移除 {variable} 以使用預設位址。</translation>
    </message>
    <message>
        <source>Practice mode needs a folder for temporary files, and none can be written to. Free some space on this computer, or allow writing to that folder, and start again.</source>
        <translation>練習模式需要一個存放暫存檔的資料夾，但沒有可以寫入的。請在這部電腦上騰出一些空間，或允許寫入該資料夾，然後重新啟動。</translation>
    </message>
    <message>
        <source>Put that right, choose another folder, or start without --profile.</source>
        <translation>請解決這個問題，或選擇別的資料夾，或不帶 --profile 啟動。</translation>
    </message>
    <message>
        <source>Put that right and start again.</source>
        <translation>請解決這個問題，然後重新啟動。</translation>
    </message>
    <message>
        <source>The folder “{path}” for settings and songs is not there and cannot be made. Its drive may not be plugged in.</source>
        <translation>存放設定和歌曲的資料夾「{path}」不存在，也無法建立。它所在的磁碟機可能沒有接上。</translation>
    </message>
    <message>
        <source>Settings and songs need a folder at “{path}”, and there is a file in its place.</source>
        <translation>設定和歌曲需要存放在資料夾「{path}」中，但那裡是一個檔案。</translation>
    </message>
    <message>
        <source>The folder “{path}” with settings and songs cannot be read.</source>
        <translation>存放設定和歌曲的資料夾「{path}」無法讀取。</translation>
    </message>
    <message>
        <source>Other people who use this computer can write to the folder “{path}” for settings and songs, and a file in it is a link to another place, which may be theirs.</source>
        <translation>使用這台電腦的其他人可以寫入存放設定和歌曲的資料夾「{path}」，而且其中一個檔案是指向別處的連結，那裡可能是他們的地方。</translation>
    </message>
    <message>
        <source>The disk is full, so that nothing can be written to the folder “{path}” for settings and songs.</source>
        <translation>磁碟已滿，無法寫入存放設定和歌曲的資料夾「{path}」。</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder “{path}” for settings and songs. It or its disk is read-only, or it belongs to somebody else.</source>
        <translation>無法寫入存放設定和歌曲的資料夾「{path}」。它或所在磁碟是唯讀的，或者它屬於別人。</translation>
    </message>
    <message>
        <source>{what} {todo} Nothing was changed.</source>
        <translation>{what}{todo}沒有做任何變更。</translation>
    </message>
    <message>
        <source>Something unexpected happened, and the window could not be opened. Your songs and models are safe on this computer. Start the program again; if this comes back, send these words to its makers: {details}</source>
        <translation>發生了意外情況，視窗無法開啟。你的歌曲和模型在這部電腦上是安全的。請重新啟動程式；如果再次出現，請把這段文字傳給程式的作者：{details}</translation>
    </message>
    <message>
        <source>There is no screen to open the window on. Start the program in a desktop session; to practise without a screen, set QT_QPA_PLATFORM=offscreen and use --demo --autoplay.</source>
        <translation>沒有可以開啟視窗的螢幕。請在桌面工作階段中啟動程式；如需在沒有螢幕時練習，請設定 QT_QPA_PLATFORM=offscreen 並使用 --demo --autoplay。</translation>
    </message>
    <message>
        <source>This computer has no certificates to check a connection with. On Linux, install the package ca-certificates.</source>
        <translation>這台電腦沒有用於驗證連線的憑證。在 Linux 上請安裝套件 ca-certificates。</translation>
    </message>
    <message>
        <source>No font on this computer has Chinese characters, which the names of songs may have. On Linux, install the package fonts-noto-cjk.</source>
        <translation>這台電腦上沒有含中文字元的字型，而歌名可能含有中文。在 Linux 上，請安裝套件 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}. Choose another folder.</source>
        <translation>無法將圖片儲存為 {path}，請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The practice job did not come to its end.</source>
        <translation>練習沒有完成。</translation>
    </message>
    <message>
        <source>Picture: {path}</source>
        <translation>圖片：{path}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>發生了意外狀況</translation>
    </message>
    <message>
        <source>Your songs and models are safe on this computer. You can go on; if something looks wrong, close the program and open it again. The report below holds no token; read it before you copy it.</source>
        <translation>你的歌曲和模型都安全地儲存在這部電腦上。你可以繼續使用；如果有什麼不對勁，請關閉程式再重新開啟。下面的報告不含金鑰，複製前請先看一看。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Ask whoever set up this computer for a folder on the computer itself.</source>
        <translation>請設定這部電腦的人提供一個位於電腦本身的資料夾。</translation>
    </message>
    <message>
        <source>The folder “{path}” for settings and songs is on a drive that cannot lock files. Two computers could use it at the same time, and pay for a model twice.</source>
        <translation>用於設定和歌曲的資料夾「{path}」所在的磁碟機無法鎖定檔案。兩部電腦可能會同時使用它，並為同一個模型付費兩次。</translation>
    </message>
    <message>
        <source>Mountsea Desktop is already open with this profile, on this computer or on another one that uses the same drive, and its window did not answer.</source>
        <translation>Mountsea Desktop 已經用這個設定檔開啟了，可能在這部電腦上，也可能在使用同一磁碟機的另一部電腦上，而它的視窗沒有回應。</translation>
    </message>
    <message>
        <source>{model} – practice – Mountsea Desktop</source>
        <translation>{model} – 練習 – Mountsea Desktop</translation>
    </message>
    <message>
        <source>Practice · free</source>
        <translation>練習 · 免費</translation>
    </message>
    <message>
        <source>Practice opens in a window of its own.</source>
        <translation>練習會在另一個視窗中開啟。</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Songs uploaded at the same time</source>
        <translation>同時上傳的歌曲數</translation>
    </message>
    <message>
        <source>Tell me when something is done or stuck</source>
        <translation>完成或卡住時通知我</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理伺服器位址</translation>
    </message>
    <message>
        <source>Address of the proxy script</source>
        <translation>代理伺服器指令碼位址</translation>
    </message>
    <message>
        <source>Reached without the proxy</source>
        <translation>不經過代理伺服器的位址</translation>
    </message>
    <message>
        <source>Extra certificate file</source>
        <translation>額外的憑證檔案</translation>
    </message>
    <message>
        <source>Mountsea&apos;s address</source>
        <translation>Mountsea 的位址</translation>
    </message>
    <message>
        <source>Mountsea&apos;s address for credits</source>
        <translation>Mountsea 的點數查詢位址</translation>
    </message>
    <message>
        <source>A token may be kept until the program closes</source>
        <translation>允許將金鑰保留到程式關閉</translation>
    </message>
    <message>
        <source>Offer practice mode</source>
        <translation>提供練習模式</translation>
    </message>
    <message>
        <source>Storage for songs on this computer</source>
        <translation>本機歌曲的儲存空間</translation>
    </message>
    <message>
        <source>Address of the storage service</source>
        <translation>儲存服務的位址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>儲存貯體</translation>
    </message>
    <message>
        <source>Folder in the bucket</source>
        <translation>儲存貯體中的資料夾</translation>
    </message>
    <message>
        <source>The bucket&apos;s name is part of the path</source>
        <translation>儲存貯體名稱是路徑的一部分</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>存取金鑰 ID</translation>
    </message>
    <message>
        <source>File that holds the secret access key</source>
        <translation>存放存取金鑰的檔案</translation>
    </message>
    <message>
        <source>Folder that is published on the web</source>
        <translation>在網路上公開的資料夾</translation>
    </message>
    <message>
        <source>Web address of that folder</source>
        <translation>該資料夾的網址</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>視窗的語言。</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>淺色或深色。</translation>
    </message>
    <message>
        <source>How many songs are sent to Mountsea together, from 1 to 8.</source>
        <translation>同時傳送給 Mountsea 的歌曲數，從 1 到 8。</translation>
    </message>
    <message>
        <source>Notifications of the desktop, while the window is not in front.</source>
        <translation>視窗不在最前面時的桌面通知。</translation>
    </message>
    <message>
        <source>How this computer reaches the internet. The four settings of the proxy are always taken from one place together.</source>
        <translation>這部電腦存取網際網路的方式。代理伺服器的四項設定一律整組取自同一處。</translation>
    </message>
    <message>
        <source>For example http://proxy.example:3128 or socks5://proxy.example:1080. Without a name and a password: the window asks for them, and they are kept in the password store.</source>
        <translation>例如 http://proxy.example:3128 或 socks5://proxy.example:1080。不要包含使用者名稱和密碼：視窗會詢問，並將其儲存在密碼庫中。</translation>
    </message>
    <message>
        <source>A proxy.pac file: http://, https:// or file://.</source>
        <translation>proxy.pac 檔案：http://、https:// 或 file://。</translation>
    </message>
    <message>
        <source>Hosts, domains and address ranges, separated by commas: server.example, .example, *.lan, 10.0.0.0/8, &lt;local&gt;.</source>
        <translation>以逗號分隔的主機、網域和位址範圍：server.example, .example, *.lan, 10.0.0.0/8, &lt;local&gt;。</translation>
    </message>
    <message>
        <source>A PEM file with certificates that are trusted besides those of the system, for a company&apos;s own certificate authority.</source>
        <translation>PEM 檔案，其中的憑證會在系統憑證之外受到信任，用於公司自己的憑證授權單位。</translation>
    </message>
    <message>
        <source>Only for another gateway than Mountsea&apos;s own. A token belongs to its gateway: for another one it has to be entered anew.</source>
        <translation>僅在使用 Mountsea 以外的閘道時需要。金鑰屬於對應的閘道：更換閘道後須重新輸入。</translation>
    </message>
    <message>
        <source>Where the gateway tells the balance.</source>
        <translation>閘道提供餘額查詢的位址。</translation>
    </message>
    <message>
        <source>Where this computer has no password store, a person may keep the token in memory until the program closes.</source>
        <translation>如果這部電腦沒有密碼庫，可以將金鑰保留在記憶體中，直到程式關閉。</translation>
    </message>
    <message>
        <source>The window offers to practise without a token, where nothing is sent or charged.</source>
        <translation>視窗提供無需金鑰的練習模式，不會傳送任何內容，也不會扣費。</translation>
    </message>
    <message>
        <source>Where songs that are only on this computer are put, so that Mountsea can fetch them. The settings of the storage are always taken from one place together.</source>
        <translation>僅存在於這部電腦上的歌曲的存放處，供 Mountsea 下載。儲存空間的各項設定一律整組取自同一處。</translation>
    </message>
    <message>
        <source>For example https://s3.eu-central-1.example.</source>
        <translation>例如 https://s3.eu-central-1.example。</translation>
    </message>
    <message>
        <source>Where the service wants one, for example eu-central-1.</source>
        <translation>服務需要時填寫，例如 eu-central-1。</translation>
    </message>
    <message>
        <source>The bucket that the songs are put into.</source>
        <translation>存放歌曲的儲存貯體。</translation>
    </message>
    <message>
        <source>What the names of the songs begin with, for example studio-1/.</source>
        <translation>歌曲名稱的前置詞，例如 studio-1/。</translation>
    </message>
    <message>
        <source>For services that do not give each bucket a host name of its own.</source>
        <translation>用於不為每個儲存貯體提供獨立主機名稱的服務。</translation>
    </message>
    <message>
        <source>The secret that belongs to it is in the password store or in a file.</source>
        <translation>與之對應的金鑰儲存在密碼庫或檔案中。</translation>
    </message>
    <message>
        <source>A file with nothing but the secret, readable for those who use the program.</source>
        <translation>只包含金鑰的檔案，使用本程式的人必須能夠讀取。</translation>
    </message>
    <message>
        <source>A folder on this computer or network that a web server shows to everybody.</source>
        <translation>這部電腦或網路上由網站伺服器公開的資料夾。</translation>
    </message>
    <message>
        <source>The address at which a file in that folder can be fetched.</source>
        <translation>可以下載該資料夾中檔案的網址。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>使用系統設定</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>手動指定</translation>
    </message>
    <message>
        <source>By a script (PAC)</source>
        <translation>透過指令碼 (PAC)</translation>
    </message>
    <message>
        <source>A bucket (S3)</source>
        <translation>儲存貯體 (S3)</translation>
    </message>
    <message>
        <source>A folder on the web</source>
        <translation>網路上的資料夾</translation>
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
        <translation>空白</translation>
    </message>
    <message>
        <source>set by your administrator in {place}</source>
        <translation>由管理員在 {place} 中設定</translation>
    </message>
    <message>
        <source>given for this run, by the environment or the command line</source>
        <translation>本次執行由環境變數或命令列指定</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>在此視窗中設定</translation>
    </message>
    <message>
        <source>your administrator&apos;s default in {place}</source>
        <translation>管理員在 {place} 中的預設值</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>匯入設定…</translation>
    </message>
    <message>
        <source>Take over the settings in “{name}”?</source>
        <translation>採用「{name}」中的設定嗎？</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>{name}: stays, because your administrator has set it</source>
        <translation>{name}：保持不變，因為由管理員設定</translation>
    </message>
    <message>
        <source>Another gateway is used from the next start on. The token of the old one stays behind: you will be asked for a new one.</source>
        <translation>下次啟動起將使用另一個閘道。原閘道的金鑰不會帶過去：屆時需要輸入新的金鑰。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in “{name}” differs from what is set.</source>
        <translation>「{name}」中的設定與目前設定沒有差別。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {details}</source>
        <translation>無法讀取「{name}」：{details}</translation>
    </message>
    <message>
        <source>From the next start on. The token of the old gateway stays behind.</source>
        <translation>下次啟動起生效。原閘道的金鑰不會帶過去。</translation>
    </message>
    <message>
        <source>Needed: until it is filled in, everything stays as it was.</source>
        <translation>必填：填寫之前，一切保持原樣。</translation>
    </message>
    <message>
        <source>Leave the name and the password out: the program asks for them.</source>
        <translation>請去掉使用者名稱和密碼：程式會詢問。</translation>
    </message>
    <message>
        <source>This cannot be used. Possible: {values}.</source>
        <translation>無法使用。可填：{values}。</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>由管理員設定</translation>
    </message>
    <message>
        <source>Given for this run</source>
        <translation>本次執行指定</translation>
    </message>
    <message>
        <source>{place} cannot be read, so nothing in it counts: {details}</source>
        <translation>無法讀取 {place}，其中的設定均不生效：{details}</translation>
    </message>
    <message>
        <source>{key} in {place} is not a setting. Look for a typing error.</source>
        <translation>{place} 中的 {key} 不是設定項，請檢查是否有拼字錯誤。</translation>
    </message>
    <message>
        <source>{key} in {place} has a name or a password in it. Take it out: the window asks for it.</source>
        <translation>{place} 中的 {key} 含有使用者名稱或密碼。請將其去掉：視窗會詢問。</translation>
    </message>
    <message>
        <source>{key} is missing or cannot be used in {place}, so what belongs with it does not count either.</source>
        <translation>{place} 中缺少 {key} 或其值無法使用，因此相關設定也不生效。</translation>
    </message>
    <message>
        <source>{key} in {place} cannot be used. Possible: {values}.</source>
        <translation>{place} 中 {key} 的值無法使用。可填：{values}。</translation>
    </message>
    <message>
        <source>the full path of a file</source>
        <translation>檔案的完整路徑</translation>
    </message>
    <message>
        <source>the full path of a folder</source>
        <translation>資料夾的完整路徑</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>一個位址</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>Advanced: proxy, certificates, gateway</source>
        <translation>進階：代理、憑證、閘道</translation>
    </message>
</context>
<context>
    <name>SongProblemWords</name>
    <message>
        <source>Too short for training.</source>
        <translation>太短，無法用於訓練。</translation>
    </message>
    <message>
        <source>Mountsea wants longer songs.</source>
        <translation>Mountsea 需要更長的歌曲。</translation>
    </message>
    <message>
        <source>Use the full-length song.</source>
        <translation>請使用完整的歌曲。</translation>
    </message>
    <message>
        <source>Too long for training.</source>
        <translation>太長，無法用於訓練。</translation>
    </message>
    <message>
        <source>Songs of up to 8 minutes are known to work.</source>
        <translation>已知 8 分鐘以內的歌曲可以使用。</translation>
    </message>
    <message>
        <source>Use a shorter version.</source>
        <translation>請使用較短的版本。</translation>
    </message>
    <message>
        <source>Mountsea could not read the audio.</source>
        <translation>Mountsea 無法讀取音訊。</translation>
    </message>
    <message>
        <source>The file may be damaged or of an unusual kind.</source>
        <translation>檔案可能已損壞，或者格式少見。</translation>
    </message>
    <message>
        <source>Export the song again as MP3 or WAV, and put the new link here.</source>
        <translation>請把歌曲重新匯出為 MP3 或 WAV，再換上新連結。</translation>
    </message>
    <message>
        <source>Mountsea could not download the song.</source>
        <translation>Mountsea 無法下載這首歌曲。</translation>
    </message>
    <message>
        <source>The link did not lead it straight to the audio file.</source>
        <translation>連結沒有直接指向音訊檔案。</translation>
    </message>
    <message>
        <source>Make sure the link opens for everybody without signing in, then retry.</source>
        <translation>請確認連結不需登入、人人都能開啟，然後重試。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s own check took too long.</source>
        <translation>Mountsea 自己的檢查花了太久。</translation>
    </message>
    <message>
        <source>That passes by itself.</source>
        <translation>過一會兒就好。</translation>
    </message>
    <message>
        <source>Retry in a minute.</source>
        <translation>請一分鐘後重試。</translation>
    </message>
    <message>
        <source>Too many songs at once for Mountsea.</source>
        <translation>一次給 Mountsea 的歌曲太多了。</translation>
    </message>
    <message>
        <source>Retry in a few minutes.</source>
        <translation>請幾分鐘後重試。</translation>
    </message>
    <message>
        <source>Mountsea could not use this song.</source>
        <translation>Mountsea 無法使用這首歌曲。</translation>
    </message>
    <message>
        <source>Its own words are under Details.</source>
        <translation>它的原話在「詳細資訊」裡。</translation>
    </message>
    <message>
        <source>Retry, or use another version of the song.</source>
        <translation>請重試，或者改用這首歌曲的其他版本。</translation>
    </message>
    <message>
        <source>Recognised as a published recording.</source>
        <translation>被辨識為已發行的錄音。</translation>
    </message>
    <message>
        <source>It may well be your own release: the check cannot tell.</source>
        <translation>很可能就是你自己發行的作品，但檢查分辨不出來。</translation>
    </message>
    <message>
        <source>Use an unreleased version: a demo, another mix, an instrumental.</source>
        <translation>請使用未發行的版本：Demo、其他混音或伴奏。</translation>
    </message>
    <message>
        <source>Refused for copyright.</source>
        <translation>因版權原因被拒絕。</translation>
    </message>
    <message>
        <source>The lyrics or the recording are taken for somebody else&apos;s.</source>
        <translation>歌詞或錄音被認為屬於別人。</translation>
    </message>
    <message>
        <source>Use another song, or a version without the lyrics.</source>
        <translation>請使用其他歌曲，或者沒有歌詞的版本。</translation>
    </message>
    <message>
        <source>Mountsea&apos;s side of this upload is blocked.</source>
        <translation>這次上傳在 Mountsea 那邊受阻。</translation>
    </message>
    <message>
        <source>It is about the place your songs were sent to, not about the song.</source>
        <translation>問題出在歌曲送往的位置，而不是歌曲本身。</translation>
    </message>
    <message>
        <source>Start over with these songs, which asks for a new place.</source>
        <translation>請用這些歌曲重新開始，會換一個新的位置。</translation>
    </message>
    <message>
        <source>There is no room for another model.</source>
        <translation>放不下另一個模型了。</translation>
    </message>
    <message>
        <source>The Suno account that Mountsea chose for these uploads has as many models as it may; three are usual.</source>
        <translation>Mountsea 為這些上傳選用的 Suno 帳戶，模型數量已達上限（通常是三個）。</translation>
    </message>
    <message>
        <source>Start over: a new session may get another account. All songs are uploaded again, which may cost credits again.</source>
        <translation>重新開始：新的工作階段可能會用另一個帳戶。所有歌曲都要重新上傳，可能會再花點數。</translation>
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
        <translation>欄位</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>歌曲</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>時長</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>Checking link…</source>
        <translation>正在檢查連結…</translation>
    </message>
    <message>
        <source>Ready to upload</source>
        <translation>可以上傳</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Waiting its turn</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在傳送…</translation>
    </message>
    <message>
        <source>Mountsea is working on it</source>
        <translation>Mountsea 正在處理</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上傳</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>It may have been sent</source>
        <translation>可能已送出</translation>
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
            <numerusform>已上傳 {uploaded} / %n 首歌曲</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs uploaded</source>
        <translation>
            <numerusform>已上傳 %n 首歌曲</numerusform>
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
            <numerusform>已選 %n 首</numerusform>
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
        <translation>加入連結…</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>上傳</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n songs</source>
        <translation>
            <numerusform>上傳 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重試所有失敗的歌曲</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次送出</translation>
    </message>
    <message>
        <source>Send this song again?</source>
        <translation>要再次送出這首歌曲嗎？</translation>
    </message>
    <message>
        <source>Edit link…</source>
        <translation>編輯連結…</translation>
    </message>
    <message>
        <source>Try anyway</source>
        <translation>還是試試</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>複製連結</translation>
    </message>
    <message numerus="yes">
        <source>%n links copied.</source>
        <translation>
            <numerusform>已複製 %n 個連結。</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
    <message numerus="yes">
        <source>%n songs selected</source>
        <translation>
            <numerusform>已選取 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>It is longer than 8 minutes: that may be too long for Mountsea.</source>
        <translation>它超過 8 分鐘：對 Mountsea 來說可能太長。</translation>
    </message>
    <message>
        <source>It is longer than 30 minutes, and very likely refused: use a shorter version.</source>
        <translation>它超過 30 分鐘，很可能會被拒絕：請使用較短的版本。</translation>
    </message>
    <message>
        <source>Select a song to see more about it.</source>
        <translation>選擇一首歌曲，這裡會顯示詳情。</translation>
    </message>
    <message>
        <source>It goes on at Mountsea even when you close the program.</source>
        <translation>即使關閉程式，Mountsea 也會繼續處理。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs added.</source>
        <translation>
            <numerusform>已加入 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot work yet; the list says why.</source>
        <translation>
            <numerusform>其中 %n 首暫時無法使用，清單中寫明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model that was shown takes no more songs, so they went into a new one.</source>
        <translation>目前的模型不再接收歌曲，因此已放入一個新模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n were there already and were left out.</source>
        <translation>
            <numerusform>%n 首已在清單中，沒有重複加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was there already and was left out.</source>
        <translation>「{title}」已在清單中，沒有重複加入。</translation>
    </message>
    <message numerus="yes">
        <source>%n looked like tokens: these are secrets, so they were not added.</source>
        <translation>
            <numerusform>有 %n 行看起來是金鑰：金鑰是機密，因此沒有加入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines had no link.</source>
        <translation>
            <numerusform>有 %n 行沒有連結。</numerusform>
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
            <numerusform>另有 %n 首已在傳往 Mountsea，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>「{title}」已恢復。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are back.</source>
        <translation>
            <numerusform>已恢復 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>That can no longer be undone.</source>
        <translation>已無法復原。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs removed.</source>
        <translation>
            <numerusform>已移除 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>已移除「{title}」。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs moved.</source>
        <translation>
            <numerusform>已移動 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation>已移動「{title}」。</translation>
    </message>
    <message>
        <source>Now number {number} of {count}.</source>
        <translation>現在是第 {number} 首，共 {count} 首。</translation>
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
            <numerusform>已選 %n 首歌曲用於訓練。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs left out of the training.</source>
        <translation>
            <numerusform>訓練時不用這 %n 首歌曲。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is chosen for the training.</source>
        <translation>「{title}」將用於訓練。</translation>
    </message>
    <message>
        <source>“{title}” is left out of the training.</source>
        <translation>「{title}」不用於訓練。</translation>
    </message>
    <message>
        <source>“{title}” was given another link.</source>
        <translation>「{title}」已換成另一個連結。</translation>
    </message>
    <message>
        <source>“{title}” is at Mountsea already, or on its way there, so it stays. Once it is uploaded you can leave it out of the training.</source>
        <translation>「{title}」已經在 Mountsea 或正在上傳，因此會保留。上傳完成後，你可以不用它來訓練。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs are at Mountsea already, or on their way there, so they stay. Once they are uploaded you can leave them out of the training.</source>
        <translation>
            <numerusform>%n 首歌曲已經在 Mountsea 或正在上傳，因此會保留。上傳完成後，你可以不用它們來訓練。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>{title}: {status}</source>
        <translation>{title}：{status}</translation>
    </message>
    <message numerus="yes">
        <source>Add and upload %n songs</source>
        <translation>
            <numerusform>加入並上傳 %n 首歌曲</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the songs your model will learn from</source>
        <translation>加入要讓模型學習的歌曲</translation>
    </message>
    <message>
        <source>Six are enough; 12 to 24 full-length songs of one style are better.</source>
        <translation>六首就夠；同一風格的 12 到 24 首完整歌曲更好。</translation>
    </message>
    <message>
        <source>Song name</source>
        <translation>歌曲名稱</translation>
    </message>
    <message>
        <source>Song link</source>
        <translation>歌曲連結</translation>
    </message>
    <message>
        <source>Pasted as {pasted}</source>
        <translation>貼上的原連結：{pasted}</translation>
    </message>
    <message numerus="yes">
        <source>the link expires in %n minutes</source>
        <translation>
            <numerusform>連結將在 %n 分鐘後過期</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用於訓練</translation>
    </message>
    <message numerus="yes">
        <source>Train on these %n songs</source>
        <translation>
            <numerusform>把這 %n 首歌曲用於訓練</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不用於訓練</translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n songs out</source>
        <translation>
            <numerusform>不把這 %n 首歌曲用於訓練</numerusform>
        </translation>
    </message>
    <message>
        <source>The model was trained on this song.</source>
        <translation>模型是用這首歌曲訓練的。</translation>
    </message>
    <message>
        <source>The model was not trained on this song.</source>
        <translation>模型沒有用這首歌曲訓練。</translation>
    </message>
    <message>
        <source>Uploaded · not used</source>
        <translation>已上傳 · 未用於訓練</translation>
    </message>
    <message>
        <source>“{title}” is on its way already, so its link stays as it is.</source>
        <translation>「{title}」已在上傳途中，連結保持不變。</translation>
    </message>
    <message>
        <source>The model will be trained on this song.</source>
        <translation>模型將用這首歌曲訓練。</translation>
    </message>
    <message>
        <source>The model will not be trained on this song.</source>
        <translation>模型不會用這首歌曲訓練。</translation>
    </message>
    <message>
        <source>Waiting to be sent to the storage</source>
        <translation>等待傳到儲存空間</translation>
    </message>
    <message>
        <source>Sending to the storage…</source>
        <translation>正在傳到儲存空間…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Songs can be moved in your own order.</source>
        <translation>清單正按某一欄排序。回到自己的順序後才能移動歌曲。</translation>
    </message>
    <message>
        <source>Sorted by “{column}”</source>
        <translation>按「{column}」排序</translation>
    </message>
    <message>
        <source>Back to my order</source>
        <translation>恢復我的順序</translation>
    </message>
    <message>
        <source>Drop at least six of your songs here, or paste links to them: from Dropbox, Google Drive or your own site. Everybody has to be able to open the links.</source>
        <translation>把你的至少六首歌曲拖到這裡，或貼上它們的連結：可來自 Dropbox、Google Drive 或你自己的網站。連結必須任何人都能開啟。</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>找找看</translation>
    </message>
    <message numerus="yes">
        <source>%n songs had arrived at Mountsea. Nothing was sent again.</source>
        <translation>
            <numerusform>有 %n 首歌已經在 Mountsea 了。沒有重新傳送。</numerusform>
        </translation>
    </message>
    <message>
        <source>In practice nothing is kept when you close the program, nor the language and appearance you choose; with your account it goes on at Mountsea.</source>
        <translation>練習模式下，關閉程式後什麼都不會保留，包括你選擇的語言和外觀；使用你的帳戶時，Mountsea 會繼續處理。</translation>
    </message>
    <message>
        <source>It may have been sent, and Mountsea may already have it. The program asks for it now and then.</source>
        <translation>可能已經送出，Mountsea 也許已經收到。程式會不時自動查詢。</translation>
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
            <numerusform>上傳 %n 首歌？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Songs that were not sent yet are ready to be uploaded again; the others go on.</source>
        <translation>還沒傳送的歌會回到待上傳狀態；其餘的繼續進行。</translation>
    </message>
    <message numerus="yes">
        <source>%n songs were not sent. What had been sent goes on.</source>
        <translation>
            <numerusform>%n 首歌沒有傳送。已經傳送的會繼續進行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each takes about a minute; you may close the program meanwhile.</source>
        <translation>每首大約一分鐘；期間可以關閉程式。</translation>
    </message>
    <message>
        <source>Paste links to at least six of your songs: from Dropbox, Google Drive or your own site. Everybody has to be able to open them.</source>
        <translation>貼上至少六首歌曲的連結：來自 Dropbox、Google 雲端硬碟或你自己的網站。連結必須任何人都能開啟。</translation>
    </message>
    <message>
        <source>Mountsea did not answer the first time, so the song may already be there. Sent again, it may count twice, and it may be charged twice. No model is created by this.</source>
        <translation>Mountsea 第一次沒有回應，所以這首歌可能已經在那裡了。再傳送一次，它可能會算作兩首，也可能收費兩次。這樣做不會建立模型。</translation>
    </message>
    <message>
        <source>Mountsea cannot say yet whether it arrived. It is asked again by itself; you may also send it again or remove it.</source>
        <translation>Mountsea 還不能確定它是否已送達。程式會自動再次查詢；你也可以重新傳送或移除它。</translation>
    </message>
</context>
<context>
    <name>StorageProblemWords</name>
    <message>
        <source>The storage refused it because this computer&apos;s clock is wrong.</source>
        <translation>這台電腦的時鐘不準，儲存空間因此拒絕了它。</translation>
    </message>
    <message>
        <source>There it is {date}.</source>
        <translation>那邊的時間是 {date}。</translation>
    </message>
    <message>
        <source>Set date, time and time zone of this computer, and send it again.</source>
        <translation>請校準這台電腦的日期、時間和時區，然後重試。</translation>
    </message>
    <message>
        <source>The file is no longer where it was.</source>
        <translation>檔案已不在原來的位置。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its drive is not connected.</source>
        <translation>它被移動、改名或刪除了，或者所在的磁碟沒有連接。</translation>
    </message>
    <message>
        <source>Put it back or connect the drive, and retry; or add the song anew.</source>
        <translation>請放回檔案或連接磁碟後重試；也可以重新加入這首歌曲。</translation>
    </message>
    <message>
        <source>The file was changed since it was added.</source>
        <translation>檔案在加入之後被改動了。</translation>
    </message>
    <message>
        <source>Half of the old and half of the new one would be of no use to anybody.</source>
        <translation>一半舊、一半新的檔案對誰都沒有用。</translation>
    </message>
    <message>
        <source>When it is finished, retry: it is sent as it is then.</source>
        <translation>改好之後請重試，會按那時的內容傳送。</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>無法開啟檔案。</translation>
    </message>
    <message>
        <source>Another program has it open, or you may not read it.</source>
        <translation>別的程式正在使用它，或者你沒有讀取它的權限。</translation>
    </message>
    <message>
        <source>Close it elsewhere, and retry.</source>
        <translation>請在別處關閉它，然後重試。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>無法讀取檔案。</translation>
    </message>
    <message>
        <source>Its drive does not answer, or is damaged.</source>
        <translation>所在的磁碟沒有回應，或已損壞。</translation>
    </message>
    <message>
        <source>Copy the song to another drive and add it from there.</source>
        <translation>請把歌曲複製到別的磁碟，再從那裡加入。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>Export the song once more from your music program.</source>
        <translation>請在音樂軟體裡重新匯出這首歌曲。</translation>
    </message>
    <message>
        <source>The file is too large for the storage.</source>
        <translation>檔案太大，儲存空間放不下。</translation>
    </message>
    <message>
        <source>Five gigabytes are the most.</source>
        <translation>最大為 5 GB。</translation>
    </message>
    <message>
        <source>Export the song as FLAC, or with a lower resolution.</source>
        <translation>請匯出為 FLAC，或降低精度後匯出。</translation>
    </message>
    <message>
        <source>The file is no song that can be used.</source>
        <translation>這個檔案不是可用的歌曲。</translation>
    </message>
    <message>
        <source>By what is in it, it is none of WAV, MP3, FLAC, M4A, AAC, OGG, Opus and AIFF.</source>
        <translation>從內容看，它不是 WAV、MP3、FLAC、M4A、AAC、OGG、Opus 或 AIFF。</translation>
    </message>
    <message>
        <source>Export the song as WAV or MP3.</source>
        <translation>請把歌曲匯出為 WAV 或 MP3。</translation>
    </message>
    <message>
        <source>Nothing needs to be done; it is sent again by itself.</source>
        <translation>無需操作，程式會自動重新傳送。</translation>
    </message>
    <message>
        <source>There is no way to the storage.</source>
        <translation>無法到達儲存空間。</translation>
    </message>
    <message>
        <source>The network is gone, or the storage&apos;s address is wrong.</source>
        <translation>網路斷開了，或者儲存空間的位址不對。</translation>
    </message>
    <message>
        <source>The storage does not answer.</source>
        <translation>儲存空間沒有回應。</translation>
    </message>
    <message>
        <source>The proxy does not let the file through.</source>
        <translation>代理沒有放行這個檔案。</translation>
    </message>
    <message>
        <source>Sign in to the proxy in the account window, or check the proxy in the settings.</source>
        <translation>請在帳戶視窗登入代理，或檢查設定中的代理。</translation>
    </message>
    <message>
        <source>This computer does not trust the storage&apos;s certificate.</source>
        <translation>這台電腦不信任儲存空間的憑證。</translation>
    </message>
    <message>
        <source>It comes from somebody it does not know, is out of date, or for another host.</source>
        <translation>憑證的簽發者不明、已過期，或屬於別的主機。</translation>
    </message>
    <message>
        <source>Whoever looks after this computer can add the certificate in the settings.</source>
        <translation>管理這台電腦的人可以在設定中加入憑證。</translation>
    </message>
    <message>
        <source>The connection to the storage broke.</source>
        <translation>與儲存空間的連接中斷了。</translation>
    </message>
    <message>
        <source>Nobody has half of the song: only whole files count.</source>
        <translation>沒有人會得到半首歌：只有完整的檔案才算數。</translation>
    </message>
    <message>
        <source>The storage has trouble of its own.</source>
        <translation>儲存空間自身出了問題。</translation>
    </message>
    <message>
        <source>Whoever set up the storage can put that right.</source>
        <translation>設定儲存空間的人可以解決這個問題。</translation>
    </message>
    <message>
        <source>Not all of the song is to be had from the storage.</source>
        <translation>從儲存空間取不到完整的歌曲。</translation>
    </message>
    <message>
        <source>What everybody gets at its address has another length than the file.</source>
        <translation>從它的位址取到的內容與檔案長度不同。</translation>
    </message>
    <message>
        <source>Retry: the file is sent again.</source>
        <translation>請重試，檔案會重新傳送。</translation>
    </message>
    <message>
        <source>The storage gives something else than what was put there.</source>
        <translation>儲存空間給出的不是放進去的內容。</translation>
    </message>
    <message>
        <source>A sign-in page may stand in front of it, or the address belongs to another folder.</source>
        <translation>前面可能有登入頁面，或者位址對應的是別的資料夾。</translation>
    </message>
    <message>
        <source>Nobody outside of this network can reach the storage.</source>
        <translation>這個網路之外沒有人能到達儲存空間。</translation>
    </message>
    <message>
        <source>Mountsea has to fetch the songs from there.</source>
        <translation>Mountsea 必須能從那裡取走歌曲。</translation>
    </message>
    <message>
        <source>What was put into the storage cannot be fetched from there.</source>
        <translation>放進儲存空間的內容無法從那裡取回。</translation>
    </message>
    <message>
        <source>Reading it from outside, without signing in, has to be possible.</source>
        <translation>必須允許從外部不登入就能讀取。</translation>
    </message>
    <message>
        <source>No storage for songs is set up.</source>
        <translation>還沒有設定歌曲的儲存空間。</translation>
    </message>
    <message>
        <source>Mountsea fetches songs from the web and cannot see this computer.</source>
        <translation>Mountsea 從網路上取歌，看不到這台電腦。</translation>
    </message>
    <message>
        <source>Set one up in the settings, or give the song a link.</source>
        <translation>請在設定中設定一個，或給歌曲一個連結。</translation>
    </message>
    <message>
        <source>The song is not in the storage.</source>
        <translation>歌曲不在儲存空間裡。</translation>
    </message>
    <message>
        <source>It was put into another one, or taken out of it.</source>
        <translation>它放在了另一個儲存空間裡，或已被刪除。</translation>
    </message>
    <message>
        <source>The secret key of the storage is missing.</source>
        <translation>缺少儲存空間的金鑰。</translation>
    </message>
    <message>
        <source>The password store does not have it, or its file cannot be read.</source>
        <translation>密碼庫裡沒有它，或者無法讀取它的檔案。</translation>
    </message>
    <message>
        <source>Enter it in the settings, under “Storage for songs”.</source>
        <translation>請在設定的「歌曲的儲存空間」裡輸入。</translation>
    </message>
    <message>
        <source>The storage cannot be used as it is set up.</source>
        <translation>按現在的設定無法使用儲存空間。</translation>
    </message>
    <message>
        <source>Its address, its bucket or its region are no such thing.</source>
        <translation>位址、儲存貯體或區域不正確。</translation>
    </message>
    <message>
        <source>The storage does not accept the key.</source>
        <translation>儲存空間不接受這個金鑰。</translation>
    </message>
    <message>
        <source>The key is unknown there, or the secret does not belong to it.</source>
        <translation>那裡沒有這個金鑰，或者 Secret 與它不匹配。</translation>
    </message>
    <message>
        <source>The key may not put songs into the storage.</source>
        <translation>這個金鑰無權把歌曲放進儲存空間。</translation>
    </message>
    <message>
        <source>It needs the right to write, and the right to read for the addresses it signs.</source>
        <translation>它需要寫入權限，以及讓簽章位址可讀的讀取權限。</translation>
    </message>
    <message>
        <source>The storage has no such bucket.</source>
        <translation>儲存空間裡沒有這個儲存貯體。</translation>
    </message>
    <message>
        <source>The bucket is elsewhere.</source>
        <translation>儲存貯體在別處。</translation>
    </message>
    <message>
        <source>Its region, or its address, is another one.</source>
        <translation>它的區域或位址不是這個。</translation>
    </message>
    <message>
        <source>The storage is full.</source>
        <translation>儲存空間已滿。</translation>
    </message>
    <message>
        <source>Take out what is no longer needed, and retry.</source>
        <translation>請刪除不再需要的內容，然後重試。</translation>
    </message>
    <message>
        <source>The folder that is published on the web is not there.</source>
        <translation>發布到網路上的資料夾不見了。</translation>
    </message>
    <message>
        <source>Its drive is not connected, or it was moved.</source>
        <translation>所在的磁碟沒有連接，或者它被移動了。</translation>
    </message>
    <message>
        <source>Connect the drive, and retry.</source>
        <translation>請連接磁碟，然後重試。</translation>
    </message>
    <message>
        <source>Nothing may be written to the folder that is published on the web.</source>
        <translation>發布到網路上的資料夾不允許寫入。</translation>
    </message>
    <message>
        <source>The storage refused the song.</source>
        <translation>儲存空間拒絕了這首歌曲。</translation>
    </message>
    <message>
        <source>Its own words are under Details.</source>
        <translation>它的原話在「詳細資料」裡。</translation>
    </message>
    <message>
        <source>Retry, or ask whoever set up the storage.</source>
        <translation>請重試，或詢問設定儲存空間的人。</translation>
    </message>
</context>
</TS>
