/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-maker.h"

#include <locale.h>

static int
write_book (int          n_orders,
            int          seed,
            const char  *now,
            const char  *path)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment =
    now ? g_date_time_new_from_iso8601 (now, zone) : g_date_time_new_now (zone);
  BookPlan plan = { n_orders, seed, moment };
  g_autoptr (GError) error = NULL;

  if (!moment) {
    g_printerr ("%s: not a time such as 2026-03-14T15:00:00\n", now);
    return 2;
  }
  if (!book_maker_write (path, &plan, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  int n_orders = 1000;
  int seed = 1;
  g_autofree char *now = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "orders", 'n', 0, G_OPTION_ARG_INT, &n_orders, "How many orders (1000)", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "What the book is drawn from (1)", "S" },
    { "now", 0, 0, G_OPTION_ARG_STRING, &now, "The last moment of the book (the present)", "TIME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_set_summary (context,
                                "Writes a book such as a shop could have written in two years.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  if (!files || g_strv_length (files) != 1 || n_orders < 0) {
    g_printerr ("make-book [--orders N] [--seed S] [--now TIME] FILE\n");
    return 2;
  }

  return write_book (n_orders, seed, now, files[0]);
}
