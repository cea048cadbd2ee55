#!/bin/sh
# Mountsea Desktop for macOS, built on a Mac:  packaging/macos/build.sh
#
# NEVER RUN. Written and linted on Linux; expect to mend it on the first Mac. Needs Xcode's command line tools and
# python.org's Python 3.13. Signs with the identity in SIGN_MACOS, or for this Mac alone where there is none; a
# signed one is to be notarised (xcrun notarytool submit --wait, then xcrun stapler staple) before it is published.
set -eu
cd -- "$(dirname -- "$0")/../.."
machine=$(uname -m)
framework=/Library/Frameworks/Python.framework
python=$framework/Versions/3.13/bin/python3.13

"$python" packaging/bootstrap.py
PYTHONPATH=packaging .venv/bin/python packaging/macos/bundle.py "$machine"
work=build/packages/macos-$machine
app="$work/Mountsea Desktop.app"

# Python, less what the program never imports.
mkdir -p "$app/Contents/Frameworks" "$app/Contents/MacOS"
ditto "$framework/Versions/3.13" "$app/Contents/Frameworks/Python.framework/Versions/3.13"
library=$app/Contents/Frameworks/Python.framework/Versions/3.13
for unused in test idlelib tkinter turtledemo ensurepip pydoc_data site-packages; do
    rm -rf "$library/lib/python3.13/$unused"
done
rm -rf "$library/Frameworks" "$library/share" "$library/include"
"$python" -m compileall -q --invalidation-mode unchecked-hash "$app/Contents/Resources/site-packages"

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' mountsea_desktop/__init__.py)
clang -O2 -Wall -Werror -I "$framework/Versions/3.13/include/python3.13" -mmacosx-version-min=13.0 \
    -o "$app/Contents/MacOS/mountsea-desktop" "$work/launcher.c" \
    -F "$app/Contents/Frameworks" -framework Python -rpath @executable_path/../Frameworks
install_name_tool -change "$framework/Versions/3.13/Python" \
    @executable_path/../Frameworks/Python.framework/Versions/3.13/Python "$app/Contents/MacOS/mountsea-desktop"
install_name_tool -id @rpath/Python.framework/Versions/3.13/Python "$library/Python"

# From the inside out: a signature covers what lies below it.
identity=${SIGN_MACOS:--}
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -111 \) -exec \
    codesign --force --options runtime --timestamp=none --sign "$identity" {} +
codesign --force --options runtime --entitlements "$work/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

"$app/Contents/MacOS/mountsea-desktop" --selftest
"$app/Contents/MacOS/mountsea-desktop" --demo --autoplay --screenshot "$work/demo.png"

mkdir -p dist
rm -rf "$work/image"
mkdir "$work/image"
ditto "$app" "$work/image/Mountsea Desktop.app"
ln -s /Applications "$work/image/Applications"
hdiutil create -volname "Mountsea Desktop" -srcfolder "$work/image" -format UDZO -ov \
    "dist/mountsea-desktop-$version-macos-$machine.dmg"
