/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo-client.h"

G_BEGIN_DECLS

/* Somebody else's client of the CFRONT dialect, who signs by himself. */

/* Base64 of the HMAC-SHA256 of @length bytes with the demo store's secret. */
char       *cfront_sign          (const char *data,
                                  gsize       length);

/* Posts @body to @path, such as "/api/order/state", for the demo store. Checks
 * what every answer has: a Trace-Id and a right signature. */
DemoReply  *cfront_call          (DemoClient *client,
                                  const char *path,
                                  const char *body);
/* The same for another store. */
DemoReply  *cfront_call_as       (DemoClient *client,
                                  const char *store_id,
                                  const char *path,
                                  const char *body);
/* The same for a body that only names an order. */
DemoReply  *cfront_call_order    (DemoClient *client,
                                  const char *path,
                                  const char *order_id);
/* Sends what the test wants in the headers; either may be NULL. */
DemoReply  *cfront_send          (DemoClient *client,
                                  const char *method,
                                  const char *path,
                                  const char *store_id,
                                  const char *signature,
                                  const char *body);

/* The body of an order of 2499.99 for the customer with this phone. @extra is
 * put at its end, such as ", \"result_callback\": \"…\"", or "". */
char       *cfront_order_body    (const char *number,
                                  const char *phone,
                                  const char *extra);
/* Creates it, which must succeed with 201. Returns the bank's id. */
char       *cfront_create        (DemoClient *client,
                                  const char *number,
                                  const char *phone);
/* Checks that the order is in this state and sub-state, now. */
void        cfront_assert_state  (DemoClient *client,
                                  const char *order_id,
                                  const char *state,
                                  const char *sub_state);
/* Asks until it is in this sub-state; fails the test after a while. */
void        cfront_wait          (DemoClient *client,
                                  const char *order_id,
                                  const char *sub_state);
/* Checks a refusal and that its message has @text in it. */
void        cfront_assert_refusal (DemoReply *reply,
                                  guint       status,
                                  const char *text);

G_END_DECLS
