/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-server.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * DemoClient:
 *
 * A demo bank and somebody else's client of it, in one main context.
 */
typedef struct {
  TrancheDemoServer *server;
  SoupSession *session;
} DemoClient;

/* What came back. @body is @length bytes and a zero; @root is %NULL for a body
 * that is not JSON. */
typedef struct {
  guint status;
  char *body;
  gsize length;
  JsonNode *root;
  SoupMessageHeaders *headers;
} DemoReply;

DemoClient *demo_client_new       (const TrancheDemoOptions *options);
void        demo_client_free      (DemoClient               *self);

/* @path is sent as it is, so it must be encoded. @login and @body may be %NULL. */
DemoReply  *demo_client_send      (DemoClient               *self,
                                   const char               *method,
                                   const char               *path,
                                   const char               *login,
                                   const char               *body);
/* Sends the one request that the test has made itself; takes @message. */
DemoReply  *demo_client_send_message (DemoClient            *self,
                                   SoupMessage              *message);
/* With the login of the shop. */
DemoReply  *demo_client_call      (DemoClient               *self,
                                   const char               *order_number,
                                   const char               *method);
/* Makes an order that must succeed, of 2499.99 and with the phone given, in
 * the test world if @flow is given. */
void        demo_client_create    (DemoClient               *self,
                                   const char               *order_number,
                                   const char               *phone,
                                   const char               *flow);
/* Lets something happen by hand, which must succeed. */
void        demo_client_act       (DemoClient               *self,
                                   const char               *order_number,
                                   const char               *command);
/* Asks for the state until it is @status; fails the test after a while. */
void        demo_client_wait      (DemoClient               *self,
                                   const char               *order_number,
                                   const char               *status);

void        demo_reply_free       (DemoReply                *self);
JsonObject *demo_reply_get_object (DemoReply                *self);
const char *demo_reply_get_string (DemoReply                *self,
                                   const char               *name);

/* Checks status and body: `{"message": …}`, `{"errors": [… text …]}`, or
 * `{"validations": {field: …}}`. */
void        demo_assert_message   (DemoReply                *reply,
                                   guint                     status);
void        demo_assert_error     (DemoReply                *reply,
                                   const char               *text);
void        demo_assert_field     (DemoReply                *reply,
                                   const char               *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoClient, demo_client_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoReply, demo_reply_free)

G_END_DECLS
