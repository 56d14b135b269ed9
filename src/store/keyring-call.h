/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrancheKeyringCall:
 *
 * A call to the keyring under way, the data of its task, which it ends when
 * the caller cancels it and when its time is up.
 *
 * The keyring's library is not told of either: it would dismiss the prompt,
 * and gnome-keyring-daemon (46) aborts when one is dismissed from outside
 * before it was shown, with everybody's secrets. So an open prompt stays where
 * it is, and what comes of it is for a later call: every answer is to be
 * ignored once tranche_keyring_call_is_over().
 */
typedef struct _TrancheKeyringCall TrancheKeyringCall;

/* Gives @task its call. (transfer none) */
TrancheKeyringCall *tranche_keyring_call_begin           (GTask               *task,
                                                          const char          *account_id,
                                                          gboolean             interactive);
const char         *tranche_keyring_call_get_account_id  (TrancheKeyringCall  *self);
gboolean            tranche_keyring_call_get_interactive (TrancheKeyringCall  *self);
/* Lets the next step take so long. */
void                tranche_keyring_call_limit           (TrancheKeyringCall  *self,
                                                          guint                seconds);
/* Whether the task was returned. */
gboolean            tranche_keyring_call_is_over         (TrancheKeyringCall  *self);
/* Each of these returns the task. @secret is taken. */
void                tranche_keyring_call_succeed         (TrancheKeyringCall  *self);
void                tranche_keyring_call_tell            (TrancheKeyringCall  *self,
                                                          char                *secret);
void                tranche_keyring_call_fail            (TrancheKeyringCall  *self,
                                                          int                  code,
                                                          const char          *message);
/* Returns it with what @error of the library means. */
void                tranche_keyring_call_fail_with       (TrancheKeyringCall  *self,
                                                          const GError        *error);

G_END_DECLS
