/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/cfront-call.h"
#include "banks/cfront-client.h"

G_BEGIN_DECLS

struct _TrancheCfrontClient {
  GObject parent_instance;

  TrancheAccount *account;
  TrancheCfrontChannel *channel;
};

/* Fills in what not every bank offers. */
void tranche_cfront_client_add_services (TrancheBankInterface *iface);

G_END_DECLS
