@echo off
rem Installs Mountsea Desktop beside this file, without a network:  install.bat [PYTHON]
setlocal
cd /d "%~dp0"
set "python=%~1"
if not defined python set "python=py"
"%python%" -m venv program
if not %errorlevel%==0 exit /b 1
program\Scripts\python -m pip install --quiet --disable-pip-version-check --no-index --find-links . --require-hashes --requirement requirements.txt
if not %errorlevel%==0 exit /b 1
program\Scripts\mountsea-desktop --version
if not %errorlevel%==0 exit /b 1
echo Start it with: %cd%\program\Scripts\mountsea-desktop-window
