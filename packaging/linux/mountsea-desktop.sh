#!/bin/sh
# The folder may be reached by a link, and may have any name.
here=$(dirname -- "$(readlink -f -- "$0")")
home=$here/../lib/mountsea-desktop
exec "$home/bin/mountsea-desktop" -I -S "$home/launch.py" "$@"
