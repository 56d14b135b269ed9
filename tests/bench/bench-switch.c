/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Switches the view and the sort column and tells how long it takes until the first rows
 * stand on the screen. */

#include "bench-window.h"
#include "sampler.h"

#define RUNS 5

static void
measure (BenchWindow *self,
         const char  *action,
         const char  *target)
{
  g_autofree char *figure = g_strdup_printf ("%s %s", action, target);
  gint64 began = g_get_monotonic_time ();
  gint64 work = sampler_get_work ();

  bench_window_activate (self, action, target);
  bench_window_await_rows (self);
  sampler_tell_since (figure, began);
  sampler_tell_work (figure, work);
}

static void
play (BenchWindow *self)
{
  static const char *const views[] = {
    "needs-action", "today", "waiting", "cooling", "committed", "failed", "all",
  };
  static const char *const sorts[] = {
    "number", "customer", "-customer", "amount", "-amount", "stage", "deadline", "checked",
    "account", "created", "-created",
  };
  guint n_runs = bench_window_get_runs (RUNS);

  bench_window_await_all (self);
  for (guint run = 0; run < n_runs; run++) {
    for (guint i = 0; i < G_N_ELEMENTS (views); i++)
      measure (self, "view", views[i]);
    for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
      measure (self, "sort", sorts[i]);
  }
}

int
main (int   argc,
      char *argv[])
{
  return bench_window_run (argc, argv, play);
}
