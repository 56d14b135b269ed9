/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/bank.h"

G_BEGIN_DECLS

/**
 * TrancheConnectionState:
 * @TRANCHE_CONNECTION_OPENING: the secret is being fetched
 * @TRANCHE_CONNECTION_READY: there is a bank to talk to
 * @TRANCHE_CONNECTION_NO_SECRET: the keyring holds no secret for it: enter it again
 * @TRANCHE_CONNECTION_KEYRING_LOCKED: the keyring is locked or its prompt was closed
 * @TRANCHE_CONNECTION_NO_KEYRING: this desktop has no keyring
 * @TRANCHE_CONNECTION_REFUSED: the bank refuses the credentials
 */
typedef enum {
  TRANCHE_CONNECTION_OPENING,
  TRANCHE_CONNECTION_READY,
  TRANCHE_CONNECTION_NO_SECRET,
  TRANCHE_CONNECTION_KEYRING_LOCKED,
  TRANCHE_CONNECTION_NO_KEYRING,
  TRANCHE_CONNECTION_REFUSED,
} TrancheConnectionState;

#define TRANCHE_TYPE_CONNECTION_STATE (tranche_connection_state_get_type ())
GType                   tranche_connection_state_get_type (void);

#define TRANCHE_TYPE_CONNECTION (tranche_connection_get_type ())
G_DECLARE_FINAL_TYPE (TrancheConnection, tranche_connection, TRANCHE, CONNECTION, GObject)

/**
 * TrancheConnection:
 *
 * An account together with the bank that was built for it, or with why there
 * is none. Properties `account`, `state` and `bank` notify. The shop makes
 * them and changes them; others only look.
 */
TrancheConnection      *tranche_connection_new            (TrancheAccount         *account);
TrancheAccount         *tranche_connection_get_account    (TrancheConnection      *self);
void                    tranche_connection_set_account    (TrancheConnection      *self,
                                                           TrancheAccount         *account);
TrancheConnectionState  tranche_connection_get_state      (TrancheConnection      *self);
void                    tranche_connection_set_state      (TrancheConnection      *self,
                                                           TrancheConnectionState  state);
/* (nullable): while the state is neither READY nor REFUSED. */
TrancheBank            *tranche_connection_get_bank       (TrancheConnection      *self);
void                    tranche_connection_set_bank       (TrancheConnection      *self,
                                                           TrancheBank            *bank);

G_END_DECLS
