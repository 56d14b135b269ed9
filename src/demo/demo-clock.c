/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-clock.h"

gint64
tranche_demo_clock_now (const TrancheDemoClock *self)
{
  return g_get_real_time ();
}

gint64
tranche_demo_clock_fold (const TrancheDemoClock *self,
                         gint64                  at,
                         gint64                  now)
{
  if (at <= now)
    return at;

  return now + (gint64) ((double) (at - now) / self->speed);
}

char *
tranche_demo_time_to_text (gint64 time)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_unix_utc_usec (time);
  g_autofree char *seconds = g_date_time_format (date_time, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *fraction = g_strdup_printf ("%06d", g_date_time_get_microsecond (date_time));
  gsize length = strlen (fraction);

  while (length > 3 && fraction[length - 1] == '0')
    fraction[--length] = '\0';

  return g_strdup_printf ("%s.%sZ", seconds, fraction);
}
