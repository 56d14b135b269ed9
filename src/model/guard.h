/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/secrets.h"

G_BEGIN_DECLS

#define TRANCHE_GUARD_ERROR (tranche_guard_error_quark ())

/**
 * TrancheGuardError:
 * @TRANCHE_GUARD_ERROR_WRONG: not the PIN
 * @TRANCHE_GUARD_ERROR_WAIT: too many were wrong: see tranche_guard_get_wait()
 * @TRANCHE_GUARD_ERROR_SHAPE: a new PIN has to have 4 to 12 digits
 */
typedef enum {
  TRANCHE_GUARD_ERROR_WRONG,
  TRANCHE_GUARD_ERROR_WAIT,
  TRANCHE_GUARD_ERROR_SHAPE,
} TrancheGuardError;

GQuark tranche_guard_error_quark (void);

/* What the keyring's item is called, by which a lost PIN is removed. */
#define TRANCHE_GUARD_LABEL "PIN"

#define TRANCHE_TYPE_GUARD (tranche_guard_get_type ())
G_DECLARE_FINAL_TYPE (TrancheGuard, tranche_guard, TRANCHE, GUARD, GObject)

/**
 * TrancheGuard:
 *
 * Keeps a shared counter from mistakes and from curious hands, not from thieves: a
 * PIN that a cancellation and a return ask for, and a lock that leaves only
 * looking. All of it is in the keyring. Whoever has lost the PIN deletes the item
 * "Tranche: PIN" there.
 *
 * Properties, read-only and notifying:
 * - `has-pin` (boolean): there is a PIN, or it is not known whether there is one
 * - `locked` (boolean)
 *
 * Errors are of %TRANCHE_GUARD_ERROR and %TRANCHE_KEYRING_ERROR. Methods that come
 * while another is under way end in %TRANCHE_GUARD_ERROR_WAIT.
 */
TrancheGuard *tranche_guard_new          (TrancheSecrets       *secrets);
gboolean      tranche_guard_get_has_pin  (TrancheGuard         *self);
gboolean      tranche_guard_get_locked   (TrancheGuard         *self);
/* Seconds until a PIN is looked at again. */
guint         tranche_guard_get_wait     (TrancheGuard         *self);
/* 4 to 12 digits. */
gboolean      tranche_guard_is_pin       (const char           *text);

/* Reads the keyring without asking anybody, for the start. Other methods read it
 * themselves, with a prompt, where this did not succeed. */
void          tranche_guard_load_async   (TrancheGuard         *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* Whether @pin is the one; any is where there is none. */
void          tranche_guard_check_async  (TrancheGuard         *self,
                                          const char           *pin,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* @pin: the present one, any where there is none. @new_pin: (nullable): none from
 * now on, which also unlocks. */
void          tranche_guard_change_async (TrancheGuard         *self,
                                          const char           *pin,
                                          const char           *new_pin,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* Nothing happens without a PIN, for nobody could unlock it. */
void          tranche_guard_lock_async   (TrancheGuard         *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void          tranche_guard_unlock_async (TrancheGuard         *self,
                                          const char           *pin,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
/* Of any of them. */
gboolean      tranche_guard_finish       (TrancheGuard         *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
