/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#include "demo/demo-cfront-xml.h"

#define DATA    "/api/order/data/for/guarantee/letter"
#define DATA_V2 "/api/v2/order/data/for/guarantee/letter"
#define PDF     "/api/order/guarantee/letter"

static DemoClient *
make_client (gboolean strict)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.customers = FALSE;
  options.day = FALSE;
  options.cfront.strict = strict;

  return demo_client_new (&options);
}

static char *
create_agreed (DemoClient *client)
{
  char *id = cfront_create (client, "1", "+380500000004");

  demo_client_act (client, "1", "{\"do\": \"approve\"}");

  return id;
}

/* Posts as a client does that chooses its types; each may be NULL. Checks that
 * the bytes which came are the signed ones. */
static DemoReply *
post (DemoClient *client,
      const char *path,
      const char *type,
      const char *accept,
      const char *body)
{
  g_autofree char *url = g_strconcat (tranche_demo_server_get_base_url (client->server), path, NULL);
  g_autofree char *signature = cfront_sign (body, strlen (body));
  g_autofree char *expected = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  SoupMessage *message = soup_message_new ("POST", url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  DemoReply *reply;

  soup_message_headers_replace (headers, "store-id", TRANCHE_DEMO_STORE_ID);
  soup_message_headers_replace (headers, "signature", signature);
  soup_message_set_request_body_from_bytes (message, type, bytes);
  if (accept)
    soup_message_headers_replace (headers, "Accept", accept);

  reply = demo_client_send_message (client, message);
  expected = cfront_sign (reply->body, reply->length);
  g_assert_cmpstr (soup_message_headers_get_one (reply->headers, "signature"), ==, expected);

  return reply;
}

static void
assert_type (DemoReply  *reply,
             const char *type)
{
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_content_type (reply->headers, NULL), ==, type);
}

/* The text of the only element of this name, to be freed. */
static char *
get_element (DemoReply  *reply,
             const char *name)
{
  g_autofree char *opening = g_strdup_printf ("<%s>", name);
  g_autofree char *closing = g_strdup_printf ("</%s>", name);
  const char *start = strstr (reply->body, opening);
  const char *end = strstr (reply->body, closing);

  if (!start || !end)
    g_error ("no <%s> in %s", name, reply->body);
  start += strlen (opening);
  g_assert_null (strstr (start, opening));

  return g_strndup (start, end - start);
}

static void
assert_element (DemoReply  *reply,
                const char *name,
                const char *expected)
{
  g_autofree char *text = get_element (reply, name);

  g_assert_cmpstr (text, ==, expected);
}

/* As in the newest document: root, attributes, and the answer in XML. */
static void
test_documented (void)
{
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *body = g_strdup_printf (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<request>\n"
    "  <order_id>%s</order_id>\n"
    "  <invoice number=\"Рах-8 &amp; &quot;9&quot;\" date=\"2026-02-01\"/>\n"
    "</request>\n", id);
  g_autoptr (DemoReply) v1 = post (client, DATA, "application/xml", "application/xml", body);
  g_autoptr (DemoReply) v2 = post (client, DATA_V2, "application/xml", "application/xml", body);
  g_autofree char *beginning = g_strdup_printf (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<guarantee><header><request_id>%s</request_id><answer_datetime>", id);

  assert_type (v1, "application/xml");
  assert_type (v2, "application/xml");
  g_assert_true (g_str_has_prefix (v1->body, beginning));
  g_assert_true (g_str_has_prefix (v2->body, beginning));
  g_assert_null (strstr (v1->body, "contract_number"));
  assert_element (v2, "contract_number", "ПЧ-2024/117");
  assert_element (v2, "contract_date", "2024-02-01");
  assert_element (v2, "invoice_number", "Рах-8 &amp; &quot;9&quot;");
  assert_element (v2, "invoice_date", "2026-02-01");
  assert_element (v2, "invoice_amount", "2499.99");
  assert_element (v2, "dest_name", "ТОВ «Демо Крамниця»");
  assert_element (v2, "product_types", "payment_installments");
  assert_element (v2, "available_parts_count", "6");
  assert_element (v2, "customer_pay_amount", "0");
  g_assert_nonnull (strstr (v2->body, "</bank><sign>"));
  g_assert_true (g_str_has_suffix (v2->body, "</stamp></expansion></guarantee>"));
}

/* Everything that JSON tells, XML tells as well, under the same names. */
static void
assert_same (JsonObject *json,
             const char *xml)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, json);
  while (json_object_iter_next (&iter, &name, &node)) {
    g_autofree char *opening = g_strdup_printf ("<%s>", name);

    g_assert_nonnull (strstr (xml, opening));
    if (JSON_NODE_HOLDS_OBJECT (node))
      assert_same (json_node_get_object (node), xml);
  }
}

static void
test_same_tree (void)
{
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *body = g_strdup_printf ("{\"order_id\": \"%s\"}", id);
  g_autoptr (DemoReply) json = post (client, DATA, "application/json", "application/json", body);
  g_autofree char *xml = tranche_demo_cfront_xml_write (
    "{\"document\":{\"passport\":{\"valid_until\":\"2030-01-25\"},"
    "\"id_card\":{\"number\":\"1\",\"valid_until\":\"2031-01-25\",\"registry_number\":\"2\"}},"
    "\"sum\":2499.99,\"text\":\"a\\u0001<b> & \\\"c\\\"\"}");
  g_autofree char *letter = tranche_demo_cfront_xml_write (json->body);

  assert_type (json, "application/json");
  assert_same (demo_reply_get_object (json), letter);
  g_assert_cmpstr (xml, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<guarantee><document><passport><valid_until>2030-01-25</valid_until></passport>"
                   "<id_card><number>1</number><doc_valid_until>2031-01-25</doc_valid_until>"
                   "<doc_registry_number>2</doc_registry_number></id_card></document>"
                   "<sum>2499.99</sum>"
                   "<text>a\357\277\275&lt;b&gt; &amp; &quot;c&quot;</text></guarantee>");
}

/* Who asks in one language may like the answer in the other. */
static void
test_negotiation (void)
{
  static const struct {
    gboolean xml_request;
    const char *accept;
    const char *answer;
  } cases[] = {
    { FALSE, NULL, "application/json" },
    { FALSE, "*/*", "application/json" },
    { FALSE, "application/xml", "application/xml" },
    { FALSE, "application/json, text/plain, */*", "application/json" },
    { FALSE, "application/json;q=0.5, application/xml", "application/xml" },
    { FALSE, "application/xml;q=0.5, application/json", "application/json" },
    { FALSE, "application/json, application/xml;q=0", "application/json" },
    { TRUE, NULL, "application/xml" },
    { TRUE, "*/*", "application/xml" },
    { TRUE, "application/json", "application/json" },
    { TRUE, "Application/XML; charset=utf-8", "application/xml" },
    { TRUE, "text/html", "application/xml" },
  };
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *json = g_strdup_printf ("{\"order_id\": \"%s\"}", id);
  g_autofree char *xml = g_strdup_printf ("<request><order_id>%s</order_id></request>", id);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DemoReply) reply =
      post (client, DATA_V2, cases[i].xml_request ? "application/xml;charset=UTF-8"
                                                  : "application/json;charset=UTF-8",
            cases[i].accept, cases[i].xml_request ? xml : json);

    assert_type (reply, cases[i].answer);
  }
}

static void
test_pdf (void)
{
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *body = g_strdup_printf (
    "<request><order_id>%s</order_id><invoice/></request>", id);
  g_autoptr (DemoReply) reply = post (client, PDF, "application/xml", "application/pdf", body);

  assert_type (reply, "application/pdf");
  g_assert_true (g_str_has_prefix (reply->body, "%PDF-"));
}

/* What real clients write, and the bank's reader takes. */
static void
test_oddities (void)
{
  static const char *const bodies[] = {
    "<OrderDataRequest><order_id>%s</order_id></OrderDataRequest>",
    "<request order_id=\"%s\"/>",
    "<request><order_id>%s</order_id><invoice><number>INV-9</number><date>2026-02-01</date>"
    "</invoice></request>",
    "<request><order_id><![CDATA[%s]]></order_id><note by=\"x\">y</note></request>",
  };

  for (guint strict = 0; strict < 2; strict++) {
    g_autoptr (DemoClient) client = make_client (strict);
    g_autofree char *id = create_agreed (client);

    for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
      g_auto (GStrv) parts = g_strsplit (bodies[i], "%s", 2);
      g_autofree char *body = g_strjoinv (id, parts);
      g_autoptr (DemoReply) reply = post (client, DATA, "text/xml", NULL, body);

      g_assert_cmpuint (reply->status, ==, strict ? 400 : 200);
    }
  }
}

/* A byte order mark is no part of the document. */
static void
test_byte_order_mark (void)
{
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *body = g_strdup_printf (
    "\xef\xbb\xbf<?xml version=\"1.0\"?><request><order_id>%s</order_id></request>", id);
  g_autoptr (DemoReply) reply = post (client, DATA, "application/xml", NULL, body);

  assert_type (reply, "application/xml");
}

static void
test_refused (void)
{
  static const struct {
    const char *body;
    const char *text;
  } cases[] = {
    { "", "формату xml" },
    { "\xef\xbb", "формату xml" },
    { "<request>", "формату xml" },
    { "<request><order_id>\xff</order_id></request>", "формату xml" },
    { "{\"order_id\": \"fa4a8249-336e-4e6d-9b85-79bc8be62377\"}", "формату xml" },
    { "<!DOCTYPE r [<!ENTITY e \"fa4a8249-336e-4e6d-9b85-79bc8be62377\">]>"
      "<request><order_id>&e;</order_id></request>", "формату xml" },
    { "<a><a><a><a><a><a><a><a><a>x</a></a></a></a></a></a></a></a></a>", "формату xml" },
    { "<request/>", "order_id: обов’язкове поле" },
    { "<request><order_id>ORDER-0023</order_id></request>", "order_id: очікується UUID" },
    { "<request><order_id>fa4a8249-336e-4e6d-9b85-79bc8be62377</order_id></request>",
      "не знайдене" },
  };
  g_autoptr (DemoClient) client = make_client (FALSE);

  /* Refusals are JSON in both documents, and these methods have no 404. */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DemoReply) reply = post (client, DATA, "application/xml", "application/xml",
                                        cases[i].body);

    cfront_assert_refusal (reply, 400, cases[i].text);
  }
}

/* No other method speaks XML. */
static void
test_elsewhere (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autofree char *id = create_agreed (client);
  g_autofree char *xml = g_strdup_printf ("<request><order_id>%s</order_id></request>", id);
  g_autofree char *json = g_strdup_printf ("{\"order_id\": \"%s\"}", id);
  g_autoptr (DemoReply) asked = post (client, "/api/order/state", "application/xml", NULL, xml);
  g_autoptr (DemoReply) wanted = post (client, "/api/order/state", "application/json",
                                       "application/xml", json);

  cfront_assert_refusal (asked, 400, "формату json");
  assert_type (wanted, "application/json");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/xml/documented", test_documented);
  g_test_add_func ("/demo/cfront/xml/same-tree", test_same_tree);
  g_test_add_func ("/demo/cfront/xml/negotiation", test_negotiation);
  g_test_add_func ("/demo/cfront/xml/pdf", test_pdf);
  g_test_add_func ("/demo/cfront/xml/oddities", test_oddities);
  g_test_add_func ("/demo/cfront/xml/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/demo/cfront/xml/refused", test_refused);
  g_test_add_func ("/demo/cfront/xml/elsewhere", test_elsewhere);

  return g_test_run ();
}
