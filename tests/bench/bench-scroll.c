/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls smoothly and jumps by the scrollbar, and tells what each frame costs and what the
 * main thread had to read from the disk. */

#include "bench-window.h"
#include "frame-meter.h"
#include "sampler.h"

#define FRAMES 600
/* Pixels a frame: a quick turn of the wheel. */
#define STEP 40

typedef struct {
  GtkAdjustment *adjustment;
  GRand *random; /* NULL for a smooth move */
} Move;

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Move *move = user_data;
  double end = gtk_adjustment_get_upper (move->adjustment) -
               gtk_adjustment_get_page_size (move->adjustment);
  double value = gtk_adjustment_get_value (move->adjustment) + STEP;

  if (move->random != NULL)
    value = end * g_rand_double (move->random);
  gtk_adjustment_set_value (move->adjustment, value < end ? value : 0);
  return G_SOURCE_CONTINUE;
}

static void
measure (BenchWindow *self,
         GRand       *random,
         const char  *what)
{
  Move move = { bench_window_get_adjustment (self), random };
  gint64 read_before = sampler_get_io ("read_bytes:");
  FrameMeter *meter = frame_meter_start (self->clock);
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), move_cb, &move, NULL);
  g_autofree char *read_figure = g_strdup_printf ("%s: read by the main thread", what);

  bench_window_await_frames (self, bench_window_get_runs (FRAMES));
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), tick);
  frame_meter_stop (meter, what);
  sampler_tell (read_figure, "bytes", sampler_get_io ("read_bytes:") - read_before);
  bench_window_await_rows (self);
}

static void
play (BenchWindow *self)
{
  GRand *random = g_rand_new_with_seed (1);

  bench_window_await_all (self);
  measure (self, NULL, "smoothly");
  measure (self, random, "jumping");
  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  return bench_window_run (argc, argv, play);
}
