/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-xml.h"

#include <string.h>

#define XML_TYPE  "application/xml"
#define JSON_TYPE "application/json"

/* The roots that the documents name: xml.name of OrderDataRequest, and of the
 * letter. */
#define REQUEST_ROOT "request"
#define LETTER_ROOT  "guarantee"

/* What .NET puts before a document. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A request has three levels; nobody honest needs more. */
#define MAX_DEPTH 8

/* Members that are called otherwise in XML. */
static const struct {
  const char *parent;
  const char *member;
  const char *name;
} names[] = {
  { "id_card", "valid_until", "doc_valid_until" },
  { "id_card", "registry_number", "doc_registry_number" },
};

gboolean
tranche_demo_cfront_xml_is_request (SoupMessageHeaders *request)
{
  const char *type = soup_message_headers_get_content_type (request, NULL);

  return type && (g_ascii_strcasecmp (type, XML_TYPE) == 0 ||
                  g_ascii_strcasecmp (type, "text/xml") == 0);
}

/* The place of @type among what is accepted, in the order of preference; of the
 * last place where it is not named at all. */
static guint
find_place (GSList     *accepted,
            const char *type)
{
  guint place = 0;

  for (GSList *l = accepted; l; l = l->next, place++) {
    g_autofree char *range = g_strndup (l->data, strcspn (l->data, "; "));

    if (g_ascii_strcasecmp (range, type) == 0)
      return place;
  }

  return place;
}

gboolean
tranche_demo_cfront_xml_is_wanted (SoupMessageHeaders *request)
{
  const char *accept = soup_message_headers_get_list (request, "Accept");
  GSList *accepted = accept ? soup_header_parse_quality_list (accept, NULL) : NULL;
  guint xml = find_place (accepted, XML_TYPE);
  guint json = find_place (accepted, JSON_TYPE);

  soup_header_free_list (accepted);

  return xml != json ? xml < json : tranche_demo_cfront_xml_is_request (request);
}

/* An element that is being read. */
typedef struct {
  char *name;
  JsonObject *members;
  GString *text;
} Element;

typedef struct {
  GQueue elements;
  gboolean strict;
  JsonNode *root;
} Reading;

static void
element_free (Element *element)
{
  g_free (element->name);
  json_object_unref (element->members);
  g_string_free (element->text, TRUE);
  g_free (element);
}

/* The attributes of the documents are those of the invoice, and nothing else
 * has any. */
static gboolean
is_documented (const char *element,
               gboolean    has_attributes)
{
  return g_str_equal (element, "invoice") == has_attributes;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attributes,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reading *reading = user_data;
  Element *element;

  if (g_queue_get_length (&reading->elements) == MAX_DEPTH ||
      (reading->strict && g_queue_is_empty (&reading->elements) &&
       !g_str_equal (name, REQUEST_ROOT)) ||
      (reading->strict && attributes[0] && !is_documented (name, TRUE))) {
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, name);
    return;
  }

  element = g_new0 (Element, 1);
  element->name = g_strdup (name);
  element->members = json_object_new ();
  element->text = g_string_new (NULL);
  for (gsize i = 0; attributes[i]; i++)
    json_object_set_string_member (element->members, attributes[i], values[i]);
  g_queue_push_head (&reading->elements, element);
}

static JsonNode *
make_node (const Element *element)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (json_object_get_size (element->members) > 0 || is_documented (element->name, TRUE)) {
    json_node_set_object (node, element->members);
    return node;
  }

  text = g_strstrip (g_strdup (element->text->str));
  json_node_init_string (node, text);

  return node;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Reading *reading = user_data;
  Element *element = g_queue_pop_head (&reading->elements);
  Element *parent = g_queue_peek_head (&reading->elements);

  if (!parent) {
    reading->root = json_node_new (JSON_NODE_OBJECT);
    json_node_set_object (reading->root, element->members);
  } else if (reading->strict && !is_documented (parent->name, FALSE)) {
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, name);
  } else {
    json_object_set_member (parent->members, name, make_node (element));
  }

  element_free (element);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reading *reading = user_data;
  Element *element = g_queue_peek_head (&reading->elements);

  if (element)
    g_string_append_len (element->text, text, length);
}

static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };

JsonNode *
tranche_demo_cfront_xml_parse (GBytes    *body,
                               gboolean   strict,
                               GError   **error)
{
  Reading reading = { G_QUEUE_INIT, strict, NULL };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, NULL);
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  gsize start = length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0
                  ? strlen (BYTE_ORDER_MARK)
                  : 0;
  gboolean good = g_markup_parse_context_parse (context, length > 0 ? text + start : "",
                                                (gssize) (length - start), error) &&
                  g_markup_parse_context_end_parse (context, error);

  g_queue_clear_full (&reading.elements, (GDestroyNotify) element_free);
  if (!good)
    g_clear_pointer (&reading.root, json_node_unref);

  return reading.root;
}

static const char *
get_name (const char *parent,
          const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].parent, parent) && g_str_equal (names[i].member, member))
      return names[i].name;
  }

  return member;
}

/* XML has no way to say most control characters, not even escaped. */
static char *
escape (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if ((c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r')
      g_string_append_unichar (clean, c);
    else
      g_string_append_unichar (clean, 0xFFFD);
  }

  return g_markup_escape_text (clean->str, (gssize) clean->len);
}

static void
write_value (GString  *xml,
             JsonNode *node)
{
  g_autofree char *text = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = escape (json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    text = g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));

  g_string_append (xml, text);
}

static void
write_element (GString    *xml,
               const char *parent,
               const char *member,
               JsonNode   *node)
{
  const char *name = get_name (parent, member);

  g_string_append_printf (xml, "<%s>", name);
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonObjectIter iter;
    const char *inner;
    JsonNode *value;

    json_object_iter_init_ordered (&iter, json_node_get_object (node));
    while (json_object_iter_next_ordered (&iter, &inner, &value))
      write_element (xml, member, inner, value);
  } else {
    write_value (xml, node);
  }
  g_string_append_printf (xml, "</%s>", name);
}

char *
tranche_demo_cfront_xml_write (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  write_element (xml, "", LETTER_ROOT, root);

  return g_string_free (xml, FALSE);
}
