/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Applies many answers of banks while the list is scrolled and tells what each frame costs. */

#include "bench-book.h"
#include "bench-window.h"
#include "frame-meter.h"
#include "sampler.h"

#define CHANGES 10000
#define STEP 40

typedef struct {
  TrancheOrderBook *book;
  guint n_open;
} Storm;

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Storm *storm = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  bench_book_check (error);
  storm->n_open--;
}

static void
apply (Storm  *storm,
       gint64  id,
       guint   i)
{
  g_autoptr (TrancheOrder) answer = bench_book_make_answer (i);

  storm->n_open++;
  tranche_order_book_apply_async (storm->book, id, answer, TRANCHE_ORIGIN_POLL, NULL, applied_cb,
                                  storm);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
  return G_SOURCE_CONTINUE;
}

static void
play (BenchWindow *self)
{
  Storm storm = { tranche_shop_get_book (tranche_window_get_shop (self->window)) };
  guint n_changes = bench_window_get_runs (CHANGES);
  g_autoptr (GArray) ids = bench_book_find_orders (bench_window_get_book (), n_changes);
  FrameMeter *meter;
  gint64 began;
  guint tick;

  bench_window_await_all (self);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb,
                                       bench_window_get_adjustment (self), NULL);
  meter = frame_meter_start (self->clock);
  began = g_get_monotonic_time ();
  for (guint i = 0; i < n_changes && ids->len > 0; i++)
    apply (&storm, g_array_index (ids, gint64, i % ids->len), i);
  while (storm.n_open > 0)
    g_main_context_iteration (NULL, TRUE);
  sampler_tell_since ("all changes", began);

  /* The list and the counts follow. */
  bench_window_await_frames (self, 30);
  frame_meter_stop (meter, "changes");
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), tick);
}

int
main (int   argc,
      char *argv[])
{
  return bench_window_run (argc, argv, play);
}
