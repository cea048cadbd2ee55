<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message numerus="yes">
        <source>Enough for %n models.</source>
        <translation>
            <numerusform>Enough for %n model.</numerusform>
            <numerusform>Enough for %n models.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Creating a model costs %n credits. Add some on Mountsea&apos;s site before you create one.</source>
        <translation>
            <numerusform>Creating a model costs %n credit. Add some on Mountsea&apos;s site before you create one.</numerusform>
            <numerusform>Creating a model costs %n credits. Add some on Mountsea&apos;s site before you create one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message numerus="yes">
        <source>%n songs at about {each} credits each, as last time: {total} credits.</source>
        <translation>
            <numerusform>%n song at about {each} credits, as last time: {total} credits.</numerusform>
            <numerusform>%n songs at about {each} credits each, as last time: {total} credits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uploading these %n songs again costs about {total} credits, as last time.</source>
        <translation>
            <numerusform>Uploading this %n song again costs about {total} credits, as last time.</numerusform>
            <numerusform>Uploading these %n songs again costs about {total} credits, as last time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n songs that wait or are being uploaded already are counted in.</source>
        <translation>
            <numerusform>The %n song that waits or is being uploaded already is counted in.</numerusform>
            <numerusform>The %n songs that wait or are being uploaded already are counted in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>%n more files cannot be used.</source>
        <translation>
            <numerusform>%n more file cannot be used.</numerusform>
            <numerusform>%n more files cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs from “{name}”?</source>
        <translation>
            <numerusform>Add %n song from “{name}”?</numerusform>
            <numerusform>Add %n songs from “{name}”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n songs</source>
        <translation>
            <numerusform>Add %n song</numerusform>
            <numerusform>Add %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer. Mountsea fetches songs from the web, and cannot see this computer.</source>
        <translation>
            <numerusform>%n song is on this computer. Mountsea fetches songs from the web, and cannot see this computer.</numerusform>
            <numerusform>%n songs are on this computer. Mountsea fetches songs from the web, and cannot see this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message numerus="yes">
        <source>Add %n songs</source>
        <translation>
            <numerusform>Add %n song</numerusform>
            <numerusform>Add %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n links</source>
        <translation>
            <numerusform>Paste %n link</numerusform>
            <numerusform>Paste %n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more and you have six.</source>
        <translation>
            <numerusform>%n more and you have six.</numerusform>
            <numerusform>%n more and you have six.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs can be uploaded.</source>
        <translation>
            <numerusform>%n song can be uploaded.</numerusform>
            <numerusform>%n songs can be uploaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n links were read; add the rest afterwards.</source>
        <translation>
            <numerusform>Only the first %n link was read; add the rest afterwards.</numerusform>
            <numerusform>Only the first %n links were read; add the rest afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are on this computer, and no links. Add them with “Add files…”, or drop them on the window.</source>
        <translation>
            <numerusform>%n song is on this computer, and no link. Add it with “Add files…”, or drop it on the window.</numerusform>
            <numerusform>%n songs are on this computer, and no links. Add them with “Add files…”, or drop them on the window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links cannot work yet: they come into the list, too, which says why.</source>
        <translation>
            <numerusform>%n link cannot work yet: it comes into the list, too, which says why.</numerusform>
            <numerusform>%n links cannot work yet: they come into the list, too, which says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MadeSongWords</name>
    <message numerus="yes">
        <source>At most %n characters, please.</source>
        <translation>
            <numerusform>At most %n character, please.</numerusform>
            <numerusform>At most %n characters, please.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were made and can be heard.</source>
        <translation>
            <numerusform>%n song was made and can be heard.</numerusform>
            <numerusform>%n songs were made and can be heard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>%n credits, asked for once more before. Training takes 2 to 3 minutes.</source>
        <translation>
            <numerusform>%n credit, asked for once more before. Training takes 2 to 3 minutes.</numerusform>
            <numerusform>%n credits, asked for once more before. Training takes 2 to 3 minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters, please. Until then it keeps the last name.</source>
        <translation>
            <numerusform>At most %n character, please. Until then it keeps the last name.</numerusform>
            <numerusform>At most %n characters, please. Until then it keeps the last name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create model · %n credits</source>
        <translation>
            <numerusform>Create model · %n credit</numerusform>
            <numerusform>Create model · %n credits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n more songs: a model needs six.</source>
        <translation>
            <numerusform>Add %n more song: a model needs six.</numerusform>
            <numerusform>Add %n more songs: a model needs six.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent. Keep the program open until they are.</source>
        <translation>
            <numerusform>%n song waits here to be sent. Keep the program open until it is.</numerusform>
            <numerusform>%n songs wait here to be sent. Keep the program open until they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are still on their way. You may close the program; they go on at Mountsea.</source>
        <translation>
            <numerusform>%n song is still on its way. You may close the program; it goes on at Mountsea.</numerusform>
            <numerusform>%n songs are still on their way. You may close the program; they go on at Mountsea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs need your attention.</source>
        <translation>
            <numerusform>%n song needs your attention.</numerusform>
            <numerusform>%n songs need your attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs failed: retry them, or add others.</source>
        <translation>
            <numerusform>%n song failed: retry it, or add another.</numerusform>
            <numerusform>%n songs failed: retry them, or add others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model still needs %n more songs.</source>
        <translation>
            <numerusform>The model still needs %n more song.</numerusform>
            <numerusform>The model still needs %n more songs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for you to upload them.</source>
        <translation>
            <numerusform>%n more waits for you to upload it.</numerusform>
            <numerusform>%n more wait for you to upload them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are not uploaded yet.</source>
        <translation>
            <numerusform>%n more is not uploaded yet.</numerusform>
            <numerusform>%n more are not uploaded yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name of more than %n characters may be cut at Mountsea.</source>
        <translation>
            <numerusform>A name of more than %n character may be cut at Mountsea.</numerusform>
            <numerusform>A name of more than %n characters may be cut at Mountsea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick %n more uploaded songs to train on.</source>
        <translation>
            <numerusform>Tick %n more uploaded song to train on.</numerusform>
            <numerusform>Tick %n more uploaded songs to train on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It will learn from %n songs.</source>
        <translation>
            <numerusform>It will learn from %n song.</numerusform>
            <numerusform>It will learn from %n songs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can create it now, or wait for %n more songs.</source>
        <translation>
            <numerusform>You can create it now, or wait for %n more song.</numerusform>
            <numerusform>You can create it now, or wait for %n more songs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other songs of this model are not uploaded and are left out.</source>
        <translation>
            <numerusform>%n other song of this model is not uploaded and is left out.</numerusform>
            <numerusform>%n other songs of this model are not uploaded and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” will learn from these %n songs:</source>
        <translation>
            <numerusform>“{name}” will learn from this %n song:</numerusform>
            <numerusform>“{name}” will learn from these %n songs:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes of music.</source>
        <translation>
            <numerusform>%n minute of music.</numerusform>
            <numerusform>%n minutes of music.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have {balance} credits, and creating a model costs %n. Add some on Mountsea&apos;s site before then.</source>
        <translation>
            <numerusform>You have {balance} credits, and creating a model costs %n. Add some on Mountsea&apos;s site before then.</numerusform>
            <numerusform>You have {balance} credits, and creating a model costs %n. Add some on Mountsea&apos;s site before then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spend %n credits</source>
        <translation>
            <numerusform>Spend %n credit</numerusform>
            <numerusform>Spend %n credits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n of your songs, finished {date}.</source>
        <translation>
            <numerusform>Trained on %n of your songs, finished {date}.</numerusform>
            <numerusform>Trained on %n of your songs, finished {date}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>Picked up where you left off: %n songs are on their way.</source>
        <translation>
            <numerusform>Picked up where you left off: %n song is on its way.</numerusform>
            <numerusform>Picked up where you left off: %n songs are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were being sent when the program ended, and may have arrived. Mountsea is asked whether they did.</source>
        <translation>
            <numerusform>%n song was being sent when the program ended, and may have arrived. Mountsea is asked whether it did.</numerusform>
            <numerusform>%n songs were being sent when the program ended, and may have arrived. Mountsea is asked whether they did.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs go on at Mountsea.</source>
        <translation>
            <numerusform>%n song goes on at Mountsea.</numerusform>
            <numerusform>%n songs go on at Mountsea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models go on being created at Mountsea.</source>
        <translation>
            <numerusform>%n model goes on being created at Mountsea.</numerusform>
            <numerusform>%n models go on being created at Mountsea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs wait here to be sent.</source>
        <translation>
            <numerusform>%n song waits here to be sent.</numerusform>
            <numerusform>%n songs wait here to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were just being sent.</source>
        <translation>
            <numerusform>%n song was just being sent.</numerusform>
            <numerusform>%n songs were just being sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SongWords</name>
    <message numerus="yes">
        <source>Its %n songs</source>
        <translation>
            <numerusform>Its %n song</numerusform>
            <numerusform>Its %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{uploaded} of %n songs uploaded</source>
        <translation>
            <numerusform>{uploaded} of %n song uploaded</numerusform>
            <numerusform>{uploaded} of %n songs uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs uploaded</source>
        <translation>
            <numerusform>%n song uploaded</numerusform>
            <numerusform>%n songs uploaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needed</source>
        <translation>
            <numerusform>%n needed</numerusform>
            <numerusform>%n needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n songs</source>
        <translation>
            <numerusform>Upload %n song</numerusform>
            <numerusform>Upload %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs had arrived at Mountsea. Nothing was sent again.</source>
        <translation>
            <numerusform>%n song had arrived at Mountsea. Nothing was sent again.</numerusform>
            <numerusform>%n songs had arrived at Mountsea. Nothing was sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs selected</source>
        <translation>
            <numerusform>%n song selected</numerusform>
            <numerusform>%n songs selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs added.</source>
        <translation>
            <numerusform>%n song added.</numerusform>
            <numerusform>%n songs added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot work yet; the list says why.</source>
        <translation>
            <numerusform>%n cannot work yet; the list says why.</numerusform>
            <numerusform>%n cannot work yet; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already and were left out.</source>
        <translation>
            <numerusform>%n was there already and was left out.</numerusform>
            <numerusform>%n were there already and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n looked like tokens: these are secrets, so they were not added.</source>
        <translation>
            <numerusform>%n looked like a token: a token is a secret, so it was not added.</numerusform>
            <numerusform>%n looked like tokens: these are secrets, so they were not added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines had no link.</source>
        <translation>
            <numerusform>%n line had no link.</numerusform>
            <numerusform>%n lines had no link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs taken out again.</source>
        <translation>
            <numerusform>%n song taken out again.</numerusform>
            <numerusform>%n songs taken out again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were on their way to Mountsea already, and stay.</source>
        <translation>
            <numerusform>%n was on its way to Mountsea already, and stays.</numerusform>
            <numerusform>%n were on their way to Mountsea already, and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are back.</source>
        <translation>
            <numerusform>%n song is back.</numerusform>
            <numerusform>%n songs are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs removed.</source>
        <translation>
            <numerusform>%n song removed.</numerusform>
            <numerusform>%n songs removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs moved.</source>
        <translation>
            <numerusform>%n song moved.</numerusform>
            <numerusform>%n songs moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs chosen for the training.</source>
        <translation>
            <numerusform>%n song chosen for the training.</numerusform>
            <numerusform>%n songs chosen for the training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs left out of the training.</source>
        <translation>
            <numerusform>%n song left out of the training.</numerusform>
            <numerusform>%n songs left out of the training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs are at Mountsea already, or on their way there, so they stay. Once they are uploaded you can leave them out of the training.</source>
        <translation>
            <numerusform>%n song is at Mountsea already, or on its way there, so it stays. Once it is uploaded you can leave it out of the training.</numerusform>
            <numerusform>%n songs are at Mountsea already, or on their way there, so they stay. Once they are uploaded you can leave them out of the training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add and upload %n songs</source>
        <translation>
            <numerusform>Add and upload %n song</numerusform>
            <numerusform>Add and upload %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the link expires in %n minutes</source>
        <translation>
            <numerusform>the link expires in %n minute</numerusform>
            <numerusform>the link expires in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train on these %n songs</source>
        <translation>
            <numerusform>Train on this %n song</numerusform>
            <numerusform>Train on these %n songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n songs out</source>
        <translation>
            <numerusform>Leave this %n song out</numerusform>
            <numerusform>Leave these %n songs out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not used</source>
        <translation>
            <numerusform>%n not used</numerusform>
            <numerusform>%n not used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n songs?</source>
        <translation>
            <numerusform>Upload %n song?</numerusform>
            <numerusform>Upload %n songs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n songs were not sent. What had been sent goes on.</source>
        <translation>
            <numerusform>%n song was not sent. What had been sent goes on.</numerusform>
            <numerusform>%n songs were not sent. What had been sent goes on.</numerusform>
        </translation>
    </message>
</context>
</TS>
