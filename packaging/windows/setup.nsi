; The installer. Made by packaging/windows/setup.py, which says what VERSION, FILES, ICON, …, TARGET are.
;
;   setup.exe                 for this person; asks nothing of an administrator
;   setup.exe /AllUsers       for everybody, from an administrator's command prompt
;   setup.exe /S [/D=FOLDER]  without a window; /D= comes last and takes no quotes
;
; Ends with 0 when done, 1 when cancelled, 2 when it is not whole or it failed,
; 3 Windows is too old, 4 no right to write there, 5 the program runs, 6 a newer version is installed, 7 no space.
;
; The new files are laid beside the old ones and change places with them at the very end. Whatever goes wrong
; before, what was installed still works; songs, settings and the token lie elsewhere and are never touched.

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define TITLE "Mountsea Desktop"
!define EXE "mountsea-desktop.exe"
!define PROGRAM "program"
!define PATIENCE 15 ; seconds for a running program to end, where nobody can be asked

Name "${TITLE}"
OutFile "${TARGET}"
InstallDir ""
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
CRCCheck force ; a broken download says so, and cannot be told not to look
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "${TITLE} ${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}" ; twice as large as it shows, for screens that are fine
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}\${EXE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(Kept)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"

!macro TEXT NAME ENGLISH SIMPLIFIED TRADITIONAL
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_SIMPCHINESE} "${SIMPLIFIED}"
  LangString ${NAME} ${LANG_TRADCHINESE} "${TRADITIONAL}"
!macroend
!insertmacro TEXT Running \
  "${TITLE} is open. Please close it, then press Retry. Nothing is lost: it goes on where it was." \
  "${TITLE} 正在运行。请先关闭它，再按“重试”。不会丢失任何内容，之后会从原处继续。" \
  "${TITLE} 正在執行。請先關閉它，再按「重試」。不會遺失任何內容，之後會從原處繼續。"
!insertmacro TEXT TooOld \
  "${TITLE} needs 64-bit Windows 10 (version 1809) or later." \
  "${TITLE} 需要 64 位 Windows 10（1809 版）或更高版本。" \
  "${TITLE} 需要 64 位元 Windows 10（1809 版）或更新版本。"
!insertmacro TEXT NoRight \
  "You may not write to $INSTDIR. Please choose another folder, or ask an administrator." \
  "您无权写入 $INSTDIR。请选择其他文件夹，或联系管理员。" \
  "您無權寫入 $INSTDIR。請選擇其他資料夾，或聯絡系統管理員。"
!insertmacro TEXT NeedAdmin \
  "/AllUsers needs an administrator's command prompt." \
  "/AllUsers 需要在管理员命令提示符中运行。" \
  "/AllUsers 需要在系統管理員命令提示字元中執行。"
!insertmacro TEXT NoSpace \
  "There is not enough space for $INSTDIR. Please free some, or choose another folder." \
  "$INSTDIR 所在的磁盘空间不足。请释放空间，或选择其他文件夹。" \
  "$INSTDIR 所在的磁碟空間不足。請釋放空間，或選擇其他資料夾。"
!insertmacro TEXT Newer \
  "Version $R3 is installed, which is newer than ${VERSION}. Songs that it kept may not open in an older one. Install ${VERSION} all the same?" \
  "已安装的 $R3 版比 ${VERSION} 版新。旧版可能打不开它保存的歌曲。仍要安装 ${VERSION} 版吗？" \
  "已安裝的 $R3 版比 ${VERSION} 版新。舊版可能打不開它儲存的歌曲。仍要安裝 ${VERSION} 版嗎？"
!insertmacro TEXT Failed \
  "The files could not be put in place. What was installed before is unchanged." \
  "无法放置文件。之前安装的内容没有改变。" \
  "無法放置檔案。之前安裝的內容沒有改變。"
!insertmacro TEXT Kept \
  "This removes the program. Your songs, models, settings and the saved token stay on this computer, and a later installation finds them." \
  "此操作会移除程序。您的歌曲、模型、设置和已保存的令牌仍留在这台电脑上，再次安装后可继续使用。" \
  "此操作會移除程式。您的歌曲、模型、設定和已儲存的權杖仍留在這台電腦上，再次安裝後可繼續使用。"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "${TITLE}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${TITLE} Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "CompanyName" "${TITLE} contributors"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT licence"

Var AllUsers

!macro STOP TEXT STATUS
  MessageBox MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${STATUS}
  Quit
!macroend

; A running program's file cannot be opened for writing.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
  StrCpy $R5 0
  again:
  IfFileExists "$INSTDIR\${PROGRAM}\${EXE}" 0 closed
  ClearErrors
  FileOpen $R4 "$INSTDIR\${PROGRAM}\${EXE}" a
  IfErrors 0 opened
  ${If} ${Silent}
    IntOp $R5 $R5 + 1
    ${If} $R5 < ${PATIENCE}
      Sleep 1000
      Goto again
    ${EndIf}
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 5
  Quit
  opened:
  FileClose $R4
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; NSIS takes any Chinese for simplified; Hong Kong and Macao read traditional.
!macro CHOOSE_LANGUAGE un
Function ${un}ChooseLanguage
  System::Call "kernel32::GetUserDefaultUILanguage() i .R0"
  IntOp $R0 $R0 & 0xFFFF
  ${If} $R0 = 0x0C04
  ${OrIf} $R0 = 0x1404
    StrCpy $LANGUAGE ${LANG_TRADCHINESE}
  ${EndIf}
FunctionEnd
!macroend
!insertmacro CHOOSE_LANGUAGE ""
!insertmacro CHOOSE_LANGUAGE "un."

Function .onInit
  SetRegView 64
  Call ChooseLanguage
  ${IfNot} ${AtLeastWin10}
    !insertmacro STOP "$(TooOld)" 3
  ${EndIf}
  ReadRegStr $R0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $R0 != ""
  ${AndIf} $R0 < 17763
    !insertmacro STOP "$(TooOld)" 3
  ${EndIf}
  StrCpy $AllUsers 0
  SetShellVarContext current
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $R1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $R2
    ${If} $R2 != "Admin"
      !insertmacro STOP "$(NeedAdmin)" 4
    ${EndIf}
    StrCpy $AllUsers 1
    SetShellVarContext all
  ${EndIf}
  ReadRegStr $R3 SHCTX "${KEY}" "DisplayVersion"
  ${If} $R3 != ""
    ${VersionCompare} $R3 "${VERSION}" $R4
    ${If} $R4 = 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(Newer)" /SD IDNO IDYES older
      SetErrorLevel 6
      Quit
      older:
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${TITLE}"
    ${If} $AllUsers = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${TITLE}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  Call un.ChooseLanguage
  SetShellVarContext current
  ReadRegStr $R0 HKLM "${KEY}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    SetShellVarContext all
  ${EndIf}
FunctionEnd

; Before anything changes: may we write there, and is there room?
Function CheckFolder
  ClearErrors
  CreateDirectory "$INSTDIR"
  GetTempFileName $R0 "$INSTDIR"
  ${If} ${Errors}
    !insertmacro STOP "$(NoRight)" 4
  ${EndIf}
  Delete "$R0"
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .R1, p 0, p 0) i .R0'
  ${If} $R0 <> 0
    System::Int64Op $R1 / 1024
    Pop $R1
    System::Int64Op $R1 < ${KILOBYTES}
    Pop $R0
    ${If} $R0 = 1
      RMDir "$INSTDIR"
      !insertmacro STOP "$(NoSpace)" 7
    ${EndIf}
  ${EndIf}
FunctionEnd

; The window names itself on the task bar; an entry of the same name is what it is pinned as.
Function NameShortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
    ${If} $1 P<> 0
    ${AndIf} $2 P<> 0
      ${IPersistFile::Load} $1 '("$SMPROGRAMS\${TITLE}.lnk",${STGM_READWRITE})'
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
      System::Call '*(&w64 "${APP_ID}")p.r5'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r4'
      ${IPropertyStore::SetValue} $2 '($3,$4)'
      ${IPropertyStore::Commit} $2 ""
      ${IPersistFile::Save} $1 '("$SMPROGRAMS\${TITLE}.lnk",1)'
      System::Free $5
      System::Free $3
      System::Free $4
    ${EndIf}
    ${If} $1 P<> 0
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${If} $2 P<> 0
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
FunctionEnd

Section
  Call CheckFolder
  Call WaitUntilClosed
  RMDir /r "$INSTDIR\${PROGRAM}.new"
  RMDir /r "$INSTDIR\${PROGRAM}.old"
  ClearErrors
  SetOutPath "$INSTDIR\${PROGRAM}.new"
  File /r "${FILES}/*"
  SetOutPath "$INSTDIR"
  ${IfNot} ${Errors}
    Call WaitUntilClosed ; it may have been started meanwhile
    Rename "$INSTDIR\${PROGRAM}" "$INSTDIR\${PROGRAM}.old" ; fails where there is none yet
    ClearErrors
    Rename "$INSTDIR\${PROGRAM}.new" "$INSTDIR\${PROGRAM}"
  ${EndIf}
  ${If} ${Errors}
    Rename "$INSTDIR\${PROGRAM}.old" "$INSTDIR\${PROGRAM}"
    RMDir /r "$INSTDIR\${PROGRAM}.new"
    !insertmacro STOP "$(Failed)" 2
  ${EndIf}
  RMDir /r "$INSTDIR\${PROGRAM}.old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}\${EXE}"
  Call NameShortcut
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${TITLE} contributors"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}\${EXE}"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Section Uninstall
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\${PROGRAM}"
  RMDir /r "$INSTDIR\${PROGRAM}.new"
  RMDir /r "$INSTDIR\${PROGRAM}.old"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing of the person's is in it
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd
