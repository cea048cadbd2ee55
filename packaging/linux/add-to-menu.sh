#!/bin/sh
# Puts the program that lies in this folder into this person's menu:  ./add-to-menu [--remove]
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/mountsea-desktop.desktop
icon=$data/icons/hicolor/scalable/apps/mountsea-desktop.svg
if [ "${1-}" = --remove ]; then
    rm -f -- "$entry" "$icon"
    exit
fi
mkdir -p -- "$(dirname -- "$entry")" "$(dirname -- "$icon")"
cp -- "$here/share/icons/hicolor/scalable/apps/mountsea-desktop.svg" "$icon"
# A path may have characters that mean something in a desktop entry, and in sed.
quoted=$(printf '%s' "$here/bin/mountsea-desktop" | sed 's/[\\"`$]/\\&/g; s/%/%%/g; s/\\/\\\\/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s"\n' "$quoted" ;;
        *) printf '%s\n' "$line" ;;
    esac
done < "$here/share/applications/mountsea-desktop.desktop" > "$entry"
