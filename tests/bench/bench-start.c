/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how long it takes from the beginning of the program to the first rows on the screen. */

#include "bench-window.h"
#include "sampler.h"

static gint64 began;

static void
play (BenchWindow *self)
{
  sampler_tell_since ("start to rows", began);
  sampler_tell_work ("start to rows", 0);
}

int
main (int   argc,
      char *argv[])
{
  began = g_get_monotonic_time ();
  return bench_window_run (argc, argv, play);
}
