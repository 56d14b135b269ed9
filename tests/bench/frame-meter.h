/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * FrameMeter:
 *
 * What each frame costs. A frame works from the end of its wait for events to the end of
 * its painting; what the main loop does between two frames is told apart, and the time
 * from frame to frame is what the eye sees.
 */
typedef struct _FrameMeter FrameMeter;

FrameMeter *frame_meter_start (GdkFrameClock *clock);
/* Tells the figures of all frames, named by @what, and frees the meter. */
void        frame_meter_stop  (FrameMeter    *self,
                               const char    *what);

G_END_DECLS
