/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sampler.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

void
sampler_tell (const char *figure,
              const char *unit,
              double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("{\"figure\": \"%s\", \"unit\": \"%s\", \"value\": %s}\n", figure, unit,
           g_ascii_formatd (number, sizeof number, "%.4f", value));
}

void
sampler_tell_since (const char *figure,
                    gint64      began)
{
  sampler_tell (figure, "ms",
                (double) (g_get_monotonic_time () - began) / G_TIME_SPAN_MILLISECOND);
}

void
sampler_tell_work (const char *figure,
                   gint64      began)
{
  g_autofree char *work = g_strconcat (figure, ": work", NULL);

  sampler_tell (work, "ms", (double) (sampler_get_work () - began) / G_TIME_SPAN_MILLISECOND);
}

/* The number after @field in a file of lines such as "Rss:   120 kB". */
static gint64
read_field (const char *path,
            const char *field)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *found;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  found = strstr (text, field);
  if (!found)
    g_error ("%s: no %s", path, field);

  return g_ascii_strtoll (found + strlen (field), NULL, 10);
}

gint64
sampler_get_memory (const char *field)
{
  return read_field ("/proc/self/smaps_rollup", field);
}

gint64
sampler_get_io (const char *field)
{
  return read_field ("/proc/thread-self/io", field);
}

gint64
sampler_get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}
