/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-fault.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/* Carries out a request and sets its answer. */
typedef void (* TrancheDemoHandler) (TrancheDemoRequest *request,
                                     gpointer            user_data);

/**
 * TrancheDemoFaultPlayer:
 *
 * Does to requests what a fault says. The message is paused meanwhile; where
 * no HTTP server would answer like that, its connection is taken out of the
 * server and written to directly. A request that is to be carried out later is
 * so even when its sender has left, as at a bank.
 */
typedef struct _TrancheDemoFaultPlayer TrancheDemoFaultPlayer;

TrancheDemoFaultPlayer *tranche_demo_fault_player_new  (TrancheDemoHandler       handler,
                                                        gpointer                 user_data);
void                    tranche_demo_fault_player_free (TrancheDemoFaultPlayer  *self);

/* Ends everything that is still being played, without further answers. */
void                    tranche_demo_fault_player_stop (TrancheDemoFaultPlayer  *self);

/* Plays @fault, called by the server's handler. Takes @request, which is
 * counted in its ledger when the answer is known. */
void                    tranche_demo_fault_player_play (TrancheDemoFaultPlayer  *self,
                                                        const TrancheDemoFault  *fault,
                                                        TrancheDemoRequest      *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoFaultPlayer, tranche_demo_fault_player_free)

G_END_DECLS
