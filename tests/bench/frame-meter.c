/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "frame-meter.h"

#include "sampler.h"

/* All in µs. */
typedef struct {
  gint64 time;     /* from beginning to end */
  gint64 work;     /* of this thread in it */
  gint64 between;  /* work of this thread since the frame before */
  gint64 interval; /* since the end of the frame before */
} Frame;

struct _FrameMeter {
  GdkFrameClock *clock;
  GArray *frames;
  gulong begin_id;
  gulong end_id;
  gint64 began_at, ended_at;
  gint64 work_at_begin, work_at_end;
};

static void
begin_cb (GdkFrameClock *clock,
          FrameMeter    *self)
{
  self->began_at = g_get_monotonic_time ();
  self->work_at_begin = sampler_get_work ();
}

static void
end_cb (GdkFrameClock *clock,
        FrameMeter    *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 work = sampler_get_work ();
  Frame frame = { now - self->began_at, work - self->work_at_begin,
                  self->work_at_begin - self->work_at_end, now - self->ended_at };

  if (self->began_at != 0 && self->ended_at != 0)
    g_array_append_val (self->frames, frame);
  self->ended_at = now;
  self->work_at_end = work;
}

FrameMeter *
frame_meter_start (GdkFrameClock *clock)
{
  FrameMeter *self = g_new0 (FrameMeter, 1);

  self->clock = g_object_ref (clock);
  self->frames = g_array_sized_new (FALSE, FALSE, sizeof (Frame), 4096);
  self->begin_id = g_signal_connect (clock, "before-paint", G_CALLBACK (begin_cb), self);
  self->end_id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (end_cb), self);
  return self;
}

static void
tell (const char *what,
      const char *part,
      gint64      value)
{
  g_autofree char *figure = g_strconcat (what, ": ", part, NULL);

  sampler_tell (figure, "ms", (double) value / G_TIME_SPAN_MILLISECOND);
}

void
frame_meter_stop (FrameMeter *self,
                  const char *what)
{
  g_signal_handler_disconnect (self->clock, self->begin_id);
  g_signal_handler_disconnect (self->clock, self->end_id);

  for (guint i = 0; i < self->frames->len; i++) {
    const Frame *frame = &g_array_index (self->frames, Frame, i);

    tell (what, "frame", frame->time);
    tell (what, "work in the frame", frame->work);
    tell (what, "work between frames", frame->between);
    tell (what, "from frame to frame", frame->interval);
  }

  g_array_unref (self->frames);
  g_object_unref (self->clock);
  g_free (self);
}
