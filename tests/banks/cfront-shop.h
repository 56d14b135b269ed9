/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bank-call.h"
#include "cfront-server.h"
#include "core/account.h"

G_BEGIN_DECLS

/* A shop at a bank of the CFRONT dialect, with one order: of what account it is,
 * what it asks, and what a bank answers when all is well. */

#define CFRONT_SECRET "secret_98765432--123-123"
#define CFRONT_EVERY_SERVICE 0xff

/* The bank's id of the order, whose number is "A/1". */
#define CFRONT_ID "fa4a8249-336e-4e6d-9b85-79bc8be62377"
#define CFRONT_BODY_ID "{\"order_id\":\"" CFRONT_ID "\"}"
#define CFRONT_STATE(state, sub_state)                                                             \
  "{\"order_id\":\"" CFRONT_ID "\",\"state\":\"" state "\",\"order_sub_state\":\"" sub_state "\"}"
#define CFRONT_ACTIVE CFRONT_STATE ("SUCCESS", "ACTIVE")

/**
 * CfrontExchange:
 * @method: what is asked
 * @path: where
 * @sent: the body of the request
 * @answered: a good answer to it
 */
typedef struct {
  BankMethod method;
  const char *path;
  const char *sent;
  const char *answered;
} CfrontExchange;

/* One for every method except the test of the connection. */
const CfrontExchange *cfront_exchanges           (gsize         *n_exchanges);
/* A server that answers in this way. */
CfrontServer         *cfront_server_new_good     (void);

/* @services: TrancheService flags that the bank offers to the shop */
TrancheAccount       *cfront_shop_account        (const char    *base_url,
                                                  guint          services);
TrancheBank          *cfront_shop_bank           (const char    *base_url,
                                                  guint          services);
TrancheBank          *cfront_shop_connect        (CfrontServer  *server,
                                                  guint          services);
TrancheOrder         *cfront_shop_order          (void);

/* Calls of @bank for @order, or for the draft of the shop's order. */
void                  cfront_shop_start          (TrancheBank   *bank,
                                                  BankMethod     method,
                                                  TrancheOrder  *order,
                                                  GCancellable  *cancellable,
                                                  Await         *await);
/* Asks for the shop's order and waits; whether there was an answer. */
gboolean              cfront_shop_call           (TrancheBank   *bank,
                                                  BankMethod     method,
                                                  GError       **error);
/* The same for a method that is answered with an order. (transfer full) (nullable) */
TrancheOrder         *cfront_shop_call_for_order (TrancheBank   *bank,
                                                  BankMethod     method,
                                                  GError       **error);

G_END_DECLS
