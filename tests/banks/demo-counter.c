/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-counter.h"

DemoCounter *
demo_counter_new (const TrancheDemoCfrontOptions *cfront)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  DemoCounter *self = g_new0 (DemoCounter, 1);

  options.customers = FALSE;
  options.day = FALSE;
  options.rate = 0;
  if (cfront)
    options.cfront = *cfront;
  self->client = demo_client_new (&options);
  self->base_url = g_strdup (tranche_demo_server_get_base_url (self->client->server));

  return self;
}

void
demo_counter_free (DemoCounter *self)
{
  demo_client_free (self->client);
  g_free (self->base_url);
  g_free (self);
}

void
demo_counter_act (DemoCounter *self,
                  const char  *number,
                  const char  *members)
{
  g_autofree char *segment = g_uri_escape_string (number, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/demo/orders/%s/act", segment);
  g_autofree char *body = g_strdup_printf ("{%s}", members);
  g_autoptr (DemoReply) reply = demo_client_send (self->client, "POST", path, NULL, body);

  g_assert_cmpuint (reply->status, ==, 200);
}

BankEffects
demo_counter_count (DemoCounter *self,
                    const char  *number,
                    gboolean     demo)
{
  g_autoptr (DemoReply) reply = demo_client_send (self->client, "GET", "/demo/orders", NULL, NULL);
  JsonArray *orders = json_node_get_array (reply->root);
  BankEffects effects = { 0 };

  for (guint i = 0; i < json_array_get_length (orders); i++) {
    JsonObject *order = json_array_get_object_element (orders, i);

    if (!g_str_equal (json_object_get_string_member (order, "number"), number))
      continue;
    g_assert_true (json_object_get_boolean_member (order, "demo") == demo);
    effects.orders++;
    effects.commits += json_object_get_int_member (order, "commits");
    effects.cancels += json_object_get_int_member (order, "cancels");
  }

  return effects;
}

void
demo_counter_shut_down (DemoCounter *self)
{
  tranche_demo_server_stop (self->client->server);
}
