/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sandbox.h"

gboolean
tranche_sandbox_is_around (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}
