/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "provider/search-provider.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TrancheSearchProvider) provider = NULL;
  g_autofree char *path = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TRANCHE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  path = g_build_filename (g_get_user_data_dir (), "tranche", "orders.db", NULL);
  provider = tranche_search_provider_new (path);
  return g_application_run (G_APPLICATION (provider), argc, argv);
}
