/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/pin-record.h"

#define FREE_FAILURES 2
#define FIRST_WAIT 5
#define LONGEST_WAIT 300

TranchePinRecord *
tranche_pin_record_new (const char *hash)
{
  TranchePinRecord *self = g_new0 (TranchePinRecord, 1);

  self->hash = g_strdup (hash);

  return self;
}

TranchePinRecord *
tranche_pin_record_copy (const TranchePinRecord *self)
{
  TranchePinRecord *copy = g_memdup2 (self, sizeof *self);

  copy->hash = g_strdup (self->hash);

  return copy;
}

void
tranche_pin_record_free (TranchePinRecord *self)
{
  g_free (self->hash);
  g_free (self);
}

char *
tranche_pin_record_to_text (const TranchePinRecord *self)
{
  return g_strdup_printf ("1:%s:%u:%" G_GINT64_FORMAT ":%d",
                          self->hash, self->failures, self->failed_at, self->locked ? 1 : 0);
}

TranchePinRecord *
tranche_pin_record_parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 6);
  g_autoptr (TranchePinRecord) self = NULL;
  guint64 failures, locked;

  if (g_strv_length (parts) != 5 || !g_str_equal (parts[0], "1") || *parts[1] == '\0')
    return NULL;

  self = tranche_pin_record_new (parts[1]);
  if (!g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT, &failures, NULL) ||
      !g_ascii_string_to_signed (parts[3], 10, 0, G_MAXINT64, &self->failed_at, NULL) ||
      !g_ascii_string_to_unsigned (parts[4], 10, 0, 1, &locked, NULL))
    return NULL;

  self->failures = (guint) failures;
  self->locked = locked != 0;

  return g_steal_pointer (&self);
}

guint
tranche_pin_record_get_wait (const TranchePinRecord *self,
                             gint64                  now)
{
  guint wait = FIRST_WAIT;
  gint64 passed;

  if (self->failures <= FREE_FAILURES)
    return 0;

  for (guint i = FREE_FAILURES + 1; i < self->failures && wait < LONGEST_WAIT; i++)
    wait *= 2;
  wait = MIN (wait, LONGEST_WAIT);

  passed = now - self->failed_at;
  if (passed < 0)
    return wait;

  return passed >= wait * G_USEC_PER_SEC
           ? 0 : wait - (guint) (passed / G_USEC_PER_SEC);
}
