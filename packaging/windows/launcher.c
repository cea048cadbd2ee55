/* mountsea-desktop.exe: runs the program in this very process, with the Python that lies beside it.
 *
 * No second process, no console window, and no file is looked for anywhere but in this folder.
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <wchar.h>

#define PYTHON L"python313.dll"
#define LONGEST_PATH 32768 /* Windows' own limit, in characters */
#define NOTHING_TO_RUN 3

typedef int(__cdecl *python_main)(int count, wchar_t **arguments);

/* Tells the program, as packed programs are told, that what starts it once more is this file by itself. */
#define START L"import sys; sys.frozen = True; from mountsea_desktop.__main__ import main; sys.exit(main())"

/* What comes before the arguments that were given: isolated from the environment, UTF-8 everywhere. */
static wchar_t *const before[] = {L"-I", L"-X", L"utf8", L"-c", START};
enum { BEFORE = sizeof before / sizeof *before };

static int broken(void)
{
    MessageBoxW(NULL,
                L"Files of Mountsea Desktop are missing. Please install it again; your songs are kept.\n\n"
                L"Mountsea Desktop 的文件不完整。请重新安装，您的歌曲会保留。\n\n"
                L"Mountsea Desktop 的檔案不完整。請重新安裝，您的歌曲會保留。",
                L"Mountsea Desktop", MB_ICONERROR | MB_SETFOREGROUND);
    return NOTHING_TO_RUN;
}

static python_main find_python(const wchar_t *self)
{
    static wchar_t path[LONGEST_PATH + 32];
    const wchar_t *name = wcsrchr(self, L'\\');
    if (!name)
        return NULL;
    size_t folder = name + 1 - self;
    wmemcpy(path, self, folder);
    wcscpy(path + folder, PYTHON);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    return python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    static wchar_t self[LONGEST_PATH];
    (void)instance, (void)previous, (void)line, (void)show;

    SetDllDirectoryW(L""); /* a library that lies in the folder one happens to be in is not ours */
    /* From a terminal, what is printed goes there; before Python's runtime looks for somewhere to print. */
    if (!GetStdHandle(STD_OUTPUT_HANDLE))
        AttachConsole(ATTACH_PARENT_PROCESS);

    DWORD length = GetModuleFileNameW(NULL, self, LONGEST_PATH);
    python_main run = length && length < LONGEST_PATH ? find_python(self) : NULL;
    int given = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **arguments = calloc(given + BEFORE + 2, sizeof *arguments);
    if (!run || !words || !arguments)
        return broken();

    int count = 0;
    arguments[count++] = self;
    for (int i = 0; i < BEFORE; i++)
        arguments[count++] = before[i];
    for (int i = 1; i < given; i++)
        arguments[count++] = words[i];
    return run(count, arguments);
}
