/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/wipe.h"

#include <string.h>

void
tranche_free_wiped (char *text)
{
  if (!text)
    return;

  explicit_bzero (text, strlen (text));
  g_free (text);
}
