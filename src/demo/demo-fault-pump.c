/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault-pump.h"

typedef struct {
  GIOStream *stream;
  GBytes *bytes;
  gsize offset;
  gsize piece;
  guint interval;
  gssize again;
  GCancellable *cancellable;
} Pump;

static void
pump_end (Pump *pump)
{
  /* Whoever reads may be gone, and nothing waits for the closing. */
  g_io_stream_close_async (pump->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_object_unref (pump->stream);
  g_object_unref (pump->cancellable);
  g_bytes_unref (pump->bytes);
  g_free (pump);
}

static void write_piece (Pump *pump);

static gboolean
interval_over_cb (gpointer user_data)
{
  Pump *pump = user_data;

  if (g_cancellable_is_cancelled (pump->cancellable))
    pump_end (pump);
  else
    write_piece (pump);

  return G_SOURCE_REMOVE;
}

/* Writes on after the interval; a cancellation ends the waiting. */
static void
wait (Pump *pump)
{
  g_autoptr (GSource) timer = g_timeout_source_new (pump->interval);
  g_autoptr (GSource) watch = g_cancellable_source_new (pump->cancellable);

  g_source_set_dummy_callback (watch);
  g_source_add_child_source (timer, watch);
  g_source_set_callback (timer, interval_over_cb, pump, NULL);
  g_source_set_static_name (timer, "tranche-demo-fault-pump");
  g_source_attach (timer, g_main_context_get_thread_default ());
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Pump *pump = user_data;
  gsize written;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, &written, NULL)) {
    pump_end (pump);
    return;
  }

  pump->offset += written;
  if (pump->offset == g_bytes_get_size (pump->bytes) && pump->again >= 0)
    pump->offset = pump->again;

  if (pump->offset == g_bytes_get_size (pump->bytes))
    pump_end (pump);
  else
    wait (pump);
}

static void
write_piece (Pump *pump)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (pump->bytes, &length);

  g_output_stream_write_all_async (g_io_stream_get_output_stream (pump->stream),
                                   data + pump->offset, MIN (length - pump->offset, pump->piece),
                                   G_PRIORITY_DEFAULT, pump->cancellable, written_cb, pump);
}

void
tranche_demo_fault_pump (GIOStream    *stream,
                         GBytes       *bytes,
                         gsize         piece,
                         guint         interval,
                         gssize        again,
                         GCancellable *cancellable)
{
  Pump *pump = g_new0 (Pump, 1);

  pump->stream = stream;
  pump->bytes = bytes;
  pump->piece = piece;
  pump->interval = interval;
  pump->again = again;
  pump->cancellable = g_object_ref (cancellable);

  write_piece (pump);
}
