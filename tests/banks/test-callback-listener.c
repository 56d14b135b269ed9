/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-listener.h"
#include "banks/callback-listener-private.h"

#include <string.h>

#include "await.h"
#include "banks/cfront-signature.h"
#include "raw-visit.h"

#define SECRET "secret_98765432--123-123"
#define PASSWORD "password of the other bank"
#define GOOD "{\"order_id\":\"b-1\",\"state\":\"SUCCESS\",\"order_sub_state\":\"ACTIVE\"}"
#define WEBHOOK "{\"id\":\"shop-1\",\"status\":\"signed\"}"
#define FROM_TBANK "X-Real-IP: 91.194.226.7\r\n"

/* A listener with an account of each dialect, and what it has hinted at. */
typedef struct {
  TrancheCallbackListener *listener;
  TrancheCallbackRoute *cfront;
  TrancheCallbackRoute *tbank;
  guint port;
  GString *hints;
} Fixture;

static void
hinted_cb (TrancheCallbackListener *listener,
           const char              *account_id,
           const char              *number,
           const char              *bank_order_id,
           GString                 *hints)
{
  g_string_append_printf (hints, "%s:%s:%s ", account_id, number ? number : "",
                          bank_order_id ? bank_order_id : "");
}

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->hints = g_string_new (NULL);
  self->listener = tranche_callback_listener_new ();
  self->cfront = tranche_callback_route_new ("globus", TRANCHE_CALLBACKS_CFRONT, SECRET, NULL);
  self->tbank = tranche_callback_route_new ("tbank", TRANCHE_CALLBACKS_TBANK, PASSWORD, NULL);
  tranche_callback_listener_add_route (self->listener, self->cfront);
  tranche_callback_listener_add_route (self->listener, self->tbank);
  g_signal_connect (self->listener, "hinted", G_CALLBACK (hinted_cb), self->hints);

  g_assert_true (tranche_callback_listener_start (self->listener, NULL, 0, &error));
  g_assert_no_error (error);
  self->port = tranche_callback_listener_get_port (self->listener);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_object_unref (self->listener);
  tranche_callback_route_unref (self->cfront);
  tranche_callback_route_unref (self->tbank);
  g_string_free (self->hints, TRUE);
  await_idle ();
}

/* @headers: lines that end in CR LF. */
static char *
make_request (const char *method,
              const char *path,
              const char *headers,
              const char *body)
{
  return g_strdup_printf ("%s %s HTTP/1.1\r\nHost: shop.example\r\n%sContent-Length: %zu\r\n\r\n%s",
                          method, path, headers, strlen (body), body);
}

static char *
sign (const char *body,
      const char *secret)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autofree char *signature = tranche_cfront_sign (bytes, secret);

  return g_strdup_printf ("signature: %s\r\n", signature);
}

static char *
make_path (TrancheCallbackRoute *route)
{
  return g_strconcat ("/tranche/", tranche_callback_route_get_token (route), NULL);
}

static guint
post (Fixture               *self,
      TrancheCallbackRoute  *route,
      const char            *headers,
      const char            *body,
      char                 **answer)
{
  g_autofree char *path = make_path (route);
  g_autofree char *request = make_request ("POST", path, headers, body);

  return raw_visit_once (self->port, request, answer);
}

/* An answer of a head alone, which tells who listens no more than what. */
static void
assert_says_nothing (const char *answer)
{
  g_assert_true (g_str_has_suffix (answer, "\r\n\r\n"));
  g_assert_nonnull (strstr (answer, "Content-Length: 0\r\n"));
  g_assert_nonnull (strstr (answer, "Connection: close\r\n"));
  g_assert_null (strstr (answer, "Server:"));
}

static void
test_good (Fixture       *self,
           gconstpointer  unused)
{
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autofree char *answer = NULL;

  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, &answer), ==, 200);
  assert_says_nothing (answer);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");

  g_assert_cmpuint (post (self, self->tbank, FROM_TBANK, WEBHOOK, NULL), ==, 200);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 tbank:shop-1:shop-1 ");
}

/* Nobody can tell that it is old: it is taken, as a hint. */
static void
test_replayed (Fixture       *self,
               gconstpointer  unused)
{
  g_autofree char *signature = sign (GOOD, SECRET);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 200);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 globus::b-1 globus::b-1 ");
}

static void
test_forged (Fixture       *self,
             gconstpointer  unused)
{
  g_autofree char *by_other = sign (GOOD, PASSWORD);
  g_autofree char *of_other = sign (GOOD " ", SECRET);
  g_autofree char *good = sign (GOOD, SECRET);
  g_autofree char *twice = g_strconcat (good, good, NULL);
  g_autofree char *answer = NULL;

  g_assert_cmpuint (post (self, self->cfront, "", GOOD, &answer), ==, 403);
  assert_says_nothing (answer);
  g_assert_cmpuint (post (self, self->cfront, "signature: \r\n", GOOD, NULL), ==, 403);
  g_assert_cmpuint (post (self, self->cfront, by_other, GOOD, NULL), ==, 403);
  g_assert_cmpuint (post (self, self->cfront, of_other, GOOD, NULL), ==, 403);
  g_assert_cmpuint (post (self, self->cfront, twice, GOOD, NULL), ==, 403);
  /* Nor is a body looked at that nobody has signed. */
  g_assert_cmpuint (post (self, self->cfront, "", "not JSON", NULL), ==, 403);
  g_assert_cmpuint (post (self, self->cfront, good, "", NULL), ==, 403);
  g_assert_cmpstr (self->hints->str, ==, "");
}

static void
test_nonsense (Fixture       *self,
               gconstpointer  unused)
{
  static const char * const bodies[] = { "", "null", "not JSON", "{\"state\":\"FAIL\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *signature = sign (bodies[i], SECRET);
    g_autofree char *answer = NULL;

    g_assert_cmpuint (post (self, self->cfront, signature, bodies[i], &answer), ==, 400);
    assert_says_nothing (answer);
    g_assert_cmpuint (post (self, self->tbank, FROM_TBANK, bodies[i], NULL), ==, 400);
  }
  g_assert_cmpstr (self->hints->str, ==, "");
}

static void
test_wrong_source (Fixture       *self,
                   gconstpointer  unused)
{
  static const char * const headers[] = {
    "",
    "X-Real-IP: 203.0.113.5\r\n",
    "X-Forwarded-For: 91.194.226.7, 203.0.113.5\r\n",
    "X-Forwarded-For: 91.194.226.7\r\nX-Forwarded-For: 203.0.113.5\r\n",
    "X-Forwarded-For: 203.0.113.5\r\n" FROM_TBANK,
    "X-Real-IP: 203.0.113.5\r\n" FROM_TBANK,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    g_assert_cmpuint (post (self, self->tbank, headers[i], WEBHOOK, NULL), ==, 403);
  g_assert_cmpstr (self->hints->str, ==, "");
}

static void
test_wrong_path (Fixture       *self,
                 gconstpointer  unused)
{
  const char *token = tranche_callback_route_get_token (self->cfront);
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autofree char *deep = g_strnfill (300, 'x');
  g_autofree char *paths[] = {
    g_strdup ("/"),
    g_strdup ("/tranche/"),
    g_strdup_printf ("/%s/", token),
    g_strdup_printf ("/%.31s", token),
    g_strdup_printf ("/%.31s%%30", token),
    g_strdup_printf ("/%s%s", token, token),
    g_strdup_printf ("/%s/%s", deep, token),
    NULL,
  };

  for (gsize i = 0; paths[i]; i++) {
    g_autofree char *request = make_request ("POST", paths[i], signature, GOOD);
    g_autofree char *question = make_request ("GET", paths[i], "", "");
    g_autofree char *answer = NULL;

    g_assert_cmpuint (raw_visit_once (self->port, request, &answer), ==, 404);
    assert_says_nothing (answer);
    g_assert_cmpuint (raw_visit_once (self->port, question, NULL), ==, 404);
    g_clear_pointer (&paths[i], g_free);
  }
  g_assert_cmpstr (self->hints->str, ==, "");
}

static void
test_wrong_method (Fixture       *self,
                   gconstpointer  unused)
{
  static const char * const methods[] = { "GET", "PUT", "DELETE", "OPTIONS", "PATCH", "post" };
  g_autofree char *path = make_path (self->cfront);
  g_autofree char *signature = sign (GOOD, SECRET);

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autofree char *request = make_request (methods[i], path, signature, GOOD);
    g_autofree char *answer = NULL;

    g_assert_cmpuint (raw_visit_once (self->port, request, &answer), ==, 405);
    g_assert_nonnull (strstr (answer, "Allow: POST\r\n"));
    assert_says_nothing (answer);
  }
  g_assert_cmpstr (self->hints->str, ==, "");
}

/* A body of @length bytes that is otherwise good. */
static char *
make_body (gsize length)
{
  g_autofree char *blanks = g_strnfill (length - strlen (GOOD), ' ');

  return g_strconcat (GOOD, blanks, NULL);
}

static void
test_huge (Fixture       *self,
           gconstpointer  unused)
{
  g_autofree char *largest = make_body (64 * 1024);
  g_autofree char *larger = make_body (64 * 1024 + 1);
  g_autofree char *of_largest = sign (largest, SECRET);
  g_autofree char *of_larger = sign (larger, SECRET);
  g_autofree char *path = make_path (self->cfront);
  g_autofree char *chunked =
    g_strdup_printf ("POST %s HTTP/1.1\r\nHost: shop.example\r\n%sTransfer-Encoding: chunked\r\n"
                     "\r\n%zx\r\n%s\r\n0\r\n\r\n", path, of_larger, strlen (larger), larger);
  g_autofree char *answer = NULL;

  g_assert_cmpuint (post (self, self->cfront, of_largest, largest, NULL), ==, 200);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");

  g_assert_cmpuint (post (self, self->cfront, of_larger, larger, &answer), ==, 413);
  assert_says_nothing (answer);
  g_assert_cmpuint (raw_visit_once (self->port, chunked, NULL), ==, 413);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");
}

static void
test_chunked (Fixture       *self,
              gconstpointer  unused)
{
  g_autofree char *path = make_path (self->cfront);
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autofree char *request =
    g_strdup_printf ("POST %s HTTP/1.1\r\nHost: shop.example\r\n%sTransfer-Encoding: chunked\r\n"
                     "\r\n1\r\n{\r\n%zx\r\n%s\r\n0\r\n\r\n", path, signature, strlen (GOOD) - 1,
                     GOOD + 1);

  g_assert_cmpuint (raw_visit_once (self->port, request, NULL), ==, 200);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");
}

/* A head that has no end is not read to it. */
static void
test_huge_head (Fixture       *self,
                gconstpointer  unused)
{
  g_autofree char *path = make_path (self->tbank);
  g_autofree char *value = g_strnfill (1024 * 1024, 'x');
  g_autofree char *request = g_strdup_printf ("POST %s HTTP/1.1\r\nHost: shop.example\r\nX: %s",
                                              path, value);

  g_assert_cmpuint (raw_visit_once (self->port, request, NULL), !=, 200);
}

/* Who sends slowly is not waited for, and nobody waits meanwhile. */
static void
test_slow (Fixture       *self,
           gconstpointer  unused)
{
  static const char * const beginnings[] = {
    "",
    "POST /",
    "POST /%s HTTP/1.1\r\n",
    "POST /%s HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 100\r\n\r\n{",
    "POST /%s HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 99999999\r\n\r\n{",
    "POST /%s HTTP/1.1\r\nHost: shop.example\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{",
  };
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) raw_visit_free);

  tranche_callback_listener_set_time_limit (self->listener, 2000);
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++) {
    g_auto (GStrv) parts = g_strsplit (beginnings[i], "%s", 2);
    g_autofree char *request =
      g_strjoinv (tranche_callback_route_get_token (self->cfront), parts);

    g_ptr_array_add (visits, raw_visit_new (self->port, request));
  }
  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 200);

  for (guint i = 0; i < visits->len; i++)
    g_assert_cmpuint (raw_visit_wait (visits->pdata[i], NULL), !=, 200);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");
}

static void
test_too_many (Fixture       *self,
               gconstpointer  unused)
{
  g_autofree char *path = make_path (self->tbank);
  g_autofree char *request = make_request ("POST", path, FROM_TBANK, WEBHOOK);
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) raw_visit_free);
  guint n_good = 0;
  guint n_refused = 0;

  while (visits->len < 2 * TRANCHE_CALLBACK_BURST)
    g_ptr_array_add (visits, raw_visit_new (self->port, request));

  for (guint i = 0; i < visits->len; i++) {
    g_autofree char *answer = NULL;
    guint status = raw_visit_wait (visits->pdata[i], &answer);

    n_good += status == 200;
    n_refused += status == 429 && strstr (answer, "Retry-After: 1\r\n");
  }
  g_assert_cmpuint (n_good, >=, TRANCHE_CALLBACK_BURST);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_good + n_refused, ==, visits->len);

  /* Others have a number of their own. */
  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 200);
}

static void
test_routes (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (TrancheCallbackRoute) renewed =
    tranche_callback_route_new ("globus", TRANCHE_CALLBACKS_CFRONT, "new", "X-Sign");
  g_autofree char *signature = sign (GOOD, SECRET);
  g_autoptr (GBytes) body = g_bytes_new_static (GOOD, strlen (GOOD));
  g_autofree char *new_signature = tranche_cfront_sign (body, "new");
  g_autofree char *header = g_strdup_printf ("x-sign: %s\r\n", new_signature);

  tranche_callback_listener_add_route (self->listener, renewed);
  g_assert_cmpuint (tranche_callback_listener_get_n_routes (self->listener), ==, 2);
  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 404);
  g_assert_cmpuint (post (self, renewed, header, GOOD, NULL), ==, 200);

  tranche_callback_listener_remove_route (self->listener, "tbank");
  tranche_callback_listener_remove_route (self->listener, "nobody");
  g_assert_cmpuint (tranche_callback_listener_get_n_routes (self->listener), ==, 1);
  g_assert_cmpuint (post (self, self->tbank, FROM_TBANK, WEBHOOK, NULL), ==, 404);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");
}

static gboolean
has_ended (gpointer data)
{
  return raw_visit_has_ended (data);
}

/* Stopping ends what is half received. */
static void
test_stop (Fixture       *self,
           gconstpointer  unused)
{
  g_autoptr (RawVisit) visit = raw_visit_new (self->port, "POST / HTTP/1.1\r\nHost: a\r\n");
  g_autofree char *signature = sign (GOOD, SECRET);

  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 200);
  g_assert_false (raw_visit_has_ended (visit));
  tranche_callback_listener_stop (self->listener);
  await_until (has_ended, visit);
  g_assert_cmpuint (tranche_callback_listener_get_port (self->listener), ==, 0);

  g_assert_true (tranche_callback_listener_start (self->listener, NULL, 0, NULL));
  self->port = tranche_callback_listener_get_port (self->listener);
  g_assert_cmpuint (post (self, self->cfront, signature, GOOD, NULL), ==, 200);
}

static void
stop_cb (TrancheCallbackListener *listener,
         const char              *account_id,
         const char              *number,
         const char              *bank_order_id,
         Fixture                 *self)
{
  tranche_callback_listener_remove_route (listener, account_id);
  tranche_callback_listener_stop (listener);
}

/* What a hint leads to may end everything. */
static void
test_stop_within (Fixture       *self,
                  gconstpointer  unused)
{
  g_autofree char *signature = sign (GOOD, SECRET);

  g_signal_connect (self->listener, "hinted", G_CALLBACK (stop_cb), self);
  post (self, self->cfront, signature, GOOD, NULL);
  g_assert_cmpstr (self->hints->str, ==, "globus::b-1 ");
  g_assert_cmpuint (tranche_callback_listener_get_port (self->listener), ==, 0);
}

static void
add (const char *name,
     void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/callback-listener/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("good", test_good);
  add ("replayed", test_replayed);
  add ("forged", test_forged);
  add ("nonsense", test_nonsense);
  add ("wrong-source", test_wrong_source);
  add ("wrong-path", test_wrong_path);
  add ("wrong-method", test_wrong_method);
  add ("huge", test_huge);
  add ("chunked", test_chunked);
  add ("huge-head", test_huge_head);
  add ("slow", test_slow);
  add ("too-many", test_too_many);
  add ("routes", test_routes);
  add ("stop", test_stop);
  add ("stop-within", test_stop_within);

  return g_test_run ();
}
