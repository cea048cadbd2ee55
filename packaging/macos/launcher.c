/* Contents/MacOS/mountsea-desktop: runs the program in this very process, so that macOS sees our bundle and not
 * Python's. NEVER RUN: written without a Mac. */
#include <Python.h>
#include <limits.h>
#include <mach-o/dyld.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **given)
{
    char self[PATH_MAX], real[PATH_MAX], home[PATH_MAX + 64], start[2 * PATH_MAX + 256];
    uint32_t size = sizeof self;
    if (_NSGetExecutablePath(self, &size) != 0 || !realpath(self, real))
        return 3;
    *strrchr(real, '/') = '\0'; /* …/Contents/MacOS */
    snprintf(home, sizeof home, "%s/../Frameworks/Python.framework/Versions/3.13", real);
    snprintf(start, sizeof start, "%s/../Resources/start.py", real);

    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.site_import = 0;
    PyStatus status = PyConfig_SetBytesString(&config, &config.home, home);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesString(&config, &config.run_filename, start);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesArgv(&config, count, given);
    config.parse_argv = 0;
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
    return Py_RunMain();
}
