/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_DEMO_SESSION (tranche_demo_session_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDemoSession, tranche_demo_session, TRANCHE, DEMO_SESSION, GObject)

/**
 * TrancheDemoSession:
 *
 * What a demo shop stands on: the demo banks in this process and a fresh
 * folder for its book. Both go when it is finalized.
 */
TrancheDemoSession *tranche_demo_session_new          (GError             **error);
/* Of the book. (transfer none) */
const char         *tranche_demo_session_get_path     (TrancheDemoSession  *self);
/* A new account at each demo bank. (element-type TrancheAccount) (transfer full) */
GPtrArray          *tranche_demo_session_make_accounts
                                                      (TrancheDemoSession  *self);
/* That of one of these accounts. (transfer none) */
const char         *tranche_demo_session_get_secret   (TrancheDemoSession  *self,
                                                       TrancheAccount      *account);
/* What the shop has made so far today, for the book of @account.
 * (element-type TrancheOrder) (transfer full) */
GPtrArray          *tranche_demo_session_make_orders  (TrancheDemoSession  *self,
                                                       TrancheAccount      *account);

G_END_DECLS
