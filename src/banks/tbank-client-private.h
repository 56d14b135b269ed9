/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-channel.h"
#include "banks/tbank-client.h"

G_BEGIN_DECLS

struct _TrancheTbankClient {
  GObject parent_instance;

  TrancheAccount *account;
  TrancheHttpChannel *channel;
  /* The values of the header for real and for demo orders; wiped. */
  char *authorization[2];
};

G_END_DECLS
