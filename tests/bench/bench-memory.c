/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what the program holds after the start and after scrolling through the whole list. */

#include "bench-window.h"
#include "sampler.h"

#define PLACES 300

static void
tell (const char *when)
{
  g_autofree char *resident = g_strdup_printf ("resident %s", when);
  g_autofree char *anonymous = g_strdup_printf ("of it anonymous %s", when);

  sampler_tell (resident, "MiB", sampler_get_memory ("Rss:") / 1024.0);
  sampler_tell (anonymous, "MiB", sampler_get_memory ("Anonymous:") / 1024.0);
}

static void
play (BenchWindow *self)
{
  guint n_places = bench_window_get_runs (PLACES);

  bench_window_await_all (self);
  tell ("after the start");
  for (guint i = 0; i <= n_places; i++) {
    GtkAdjustment *adjustment = bench_window_get_adjustment (self);
    double end = gtk_adjustment_get_upper (adjustment) -
                 gtk_adjustment_get_page_size (adjustment);

    gtk_adjustment_set_value (adjustment, end * i / n_places);
    bench_window_await_rows (self);
  }
  tell ("after scrolling through");
}

int
main (int   argc,
      char *argv[])
{
  return bench_window_run (argc, argv, play);
}
