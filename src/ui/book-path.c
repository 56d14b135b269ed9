/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/book-path.h"

char *
tranche_book_path_usual (void)
{
  return g_build_filename (g_get_user_data_dir (), "tranche", "orders.db", NULL);
}

gboolean
tranche_book_path_is_usual (const char *path)
{
  g_autofree char *usual = tranche_book_path_usual ();

  return g_strcmp0 (path, usual) == 0;
}
