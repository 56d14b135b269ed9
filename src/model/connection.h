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

/**
 * TrancheCallbackState:
 * @TRANCHE_CALLBACK_OFF: the account does not ask for it, or there is no bank
 * @TRANCHE_CALLBACK_LISTENING: the bank's messages are listened for
 * @TRANCHE_CALLBACK_BAD_ADDRESS: the public address is none of https
 * @TRANCHE_CALLBACK_BAD_INTERFACE: what is named to listen on is no address and port
 * @TRANCHE_CALLBACK_PORT_IN_USE: another program, or another window of this one,
 *   has the port
 * @TRANCHE_CALLBACK_PORT_DENIED: the port is not for everybody, as those below
 *   1024 are
 * @TRANCHE_CALLBACK_FAILED: anything else, as an address that this computer
 *   does not have
 *
 * Whether the messages that a bank sends by itself are listened for. Without
 * them, the bank is asked as often as ever.
 */
typedef enum {
  TRANCHE_CALLBACK_OFF,
  TRANCHE_CALLBACK_LISTENING,
  TRANCHE_CALLBACK_BAD_ADDRESS,
  TRANCHE_CALLBACK_BAD_INTERFACE,
  TRANCHE_CALLBACK_PORT_IN_USE,
  TRANCHE_CALLBACK_PORT_DENIED,
  TRANCHE_CALLBACK_FAILED,
} TrancheCallbackState;

#define TRANCHE_TYPE_CALLBACK_STATE (tranche_callback_state_get_type ())
GType                   tranche_callback_state_get_type (void);

#define TRANCHE_TYPE_CONNECTION_STATE (tranche_connection_state_get_type ())
GType                   tranche_connection_state_get_type (void);

#define TRANCHE_TYPE_CONNECTION (tranche_connection_get_type ())
G_DECLARE_FINAL_TYPE (TrancheConnection, tranche_connection, TRANCHE, CONNECTION, GObject)

/**
 * TrancheConnection:
 *
 * An account together with the bank that was built for it, or with why there
 * is none. Properties `account`, `state`, `bank`, `callback-state` and
 * `callback-url` notify. The shop makes them and changes them; others only
 * look.
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
TrancheCallbackState    tranche_connection_get_callback_state
                                                          (TrancheConnection      *self);
/* (nullable): where the bank is to send its messages about an order; %NULL
 * unless they are listened for. */
const char             *tranche_connection_get_callback_url
                                                          (TrancheConnection      *self);
void                    tranche_connection_set_callbacks  (TrancheConnection      *self,
                                                           TrancheCallbackState    state,
                                                           const char             *url);

G_END_DECLS
