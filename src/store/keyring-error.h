/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRANCHE_KEYRING_ERROR (tranche_keyring_error_quark ())

/**
 * TrancheKeyringError:
 * @TRANCHE_KEYRING_ERROR_UNAVAILABLE: there is no keyring on this desktop
 * @TRANCHE_KEYRING_ERROR_LOCKED: it is locked, and nobody unlocked it in time
 * @TRANCHE_KEYRING_ERROR_DISMISSED: somebody closed the prompt
 * @TRANCHE_KEYRING_ERROR_NOT_FOUND: it holds no secret for the account
 * @TRANCHE_KEYRING_ERROR_FAILED: anything else
 *
 * No message has the secret in it.
 */
typedef enum {
  TRANCHE_KEYRING_ERROR_UNAVAILABLE,
  TRANCHE_KEYRING_ERROR_LOCKED,
  TRANCHE_KEYRING_ERROR_DISMISSED,
  TRANCHE_KEYRING_ERROR_NOT_FOUND,
  TRANCHE_KEYRING_ERROR_FAILED,
} TrancheKeyringError;

GQuark tranche_keyring_error_quark (void);

G_END_DECLS
