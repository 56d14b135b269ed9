/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Sampler:
 *
 * Prints what was measured, a line of JSON for each sample, to where run.py gathers
 * it: {"figure": "…", "unit": "ms", "value": 1.25}.
 */
void   sampler_tell       (const char *figure,
                           const char *unit,
                           double      value);
/* The milliseconds from @began, of g_get_monotonic_time(), until now. */
void   sampler_tell_since (const char *figure,
                           gint64      began);
/* The milliseconds that this thread has worked since @began, of sampler_get_work(): told
 * apart, for on a busy computer it waits longer than it works. */
void   sampler_tell_work  (const char *figure,
                           gint64      began);

/* KiB of @field in /proc/self/smaps_rollup, such as "Rss:". */
gint64 sampler_get_memory (const char *field);
/* What @field says in /proc/thread-self/io, such as "read_bytes:". */
gint64 sampler_get_io     (const char *field);
/* µs that this thread has worked. */
gint64 sampler_get_work   (void);

G_END_DECLS
