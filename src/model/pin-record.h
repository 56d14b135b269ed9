/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TranchePinRecord:
 * @hash: see tranche_pin_hash_new()
 * @failures: wrong PINs since the last right one
 * @failed_at: when the last of them came, µs since 1970
 * @locked: nothing that moves money can be done
 *
 * What the keyring holds of the guard of a counter, so that neither another start
 * nor a change of the settings opens it.
 */
typedef struct {
  char *hash;
  guint failures;
  gint64 failed_at;
  gboolean locked;
} TranchePinRecord;

TranchePinRecord *tranche_pin_record_new      (const char             *hash);
TranchePinRecord *tranche_pin_record_copy     (const TranchePinRecord *self);
void              tranche_pin_record_free     (TranchePinRecord       *self);
/* (transfer full) */
char             *tranche_pin_record_to_text  (const TranchePinRecord *self);
/* (nullable): for what is not such a text. */
TranchePinRecord *tranche_pin_record_parse    (const char             *text);

/* Seconds until another PIN is looked at: none for the first three, then five that
 * double with each wrong one, up to five minutes. A clock that was set back makes
 * nobody wait any longer. */
guint             tranche_pin_record_get_wait (const TranchePinRecord *self,
                                               gint64                  now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePinRecord, tranche_pin_record_free)

G_END_DECLS
