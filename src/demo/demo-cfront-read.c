/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-read.h"

/* Lengths of the specification, in characters. */
#define MAX_NUMBER    64
#define MAX_POINT     50
#define MAX_ITEM_NAME 500

/* In kopecks. */
#define MIN_ORDER_SUM  200
#define MIN_ITEM_SUM   1
#define MIN_RETURN_SUM 100

#define MIN_PARTS 3
#define MAX_PARTS 25

#define REQUIRED TRANCHE_DEMO_CFRONT_REQUIRED
#define OPTIONAL TRANCHE_DEMO_CFRONT_OPTIONAL

/* What is inside of @name. */
static TrancheDemoCfrontFields
enter (const TrancheDemoCfrontFields *fields,
       JsonObject                    *object,
       const char                    *prefix)
{
  TrancheDemoCfrontFields inner = *fields;

  inner.object = object;
  inner.prefix = prefix;

  return inner;
}

static JsonObject *
get_element (const TrancheDemoCfrontFields *fields,
             JsonArray                     *array,
             guint                          index,
             const char                    *name)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  tranche_demo_cfront_fields_complain (fields, name, "очікується об’єкт");

  return NULL;
}

static void
read_invoice (const TrancheDemoCfrontFields *fields,
              TrancheDemoCfrontApplication  *application)
{
  JsonObject *object = tranche_demo_cfront_fields_read_object (fields, "invoice", REQUIRED);
  TrancheDemoCfrontFields invoice = enter (fields, object, "invoice.");

  if (!object)
    return;

  application->invoice_number =
    tranche_demo_cfront_fields_read_string (&invoice, "number", 0, REQUIRED);
  application->invoice_date = tranche_demo_cfront_fields_read_date (&invoice, "date", REQUIRED);
  application->source = tranche_demo_cfront_fields_read_string (&invoice, "source", 0, REQUIRED);
  application->point_id =
    tranche_demo_cfront_fields_read_string (&invoice, "point_id", MAX_POINT, OPTIONAL);

  if (application->source && !g_str_equal (application->source, "STORE") &&
      !g_str_equal (application->source, "INTERNET"))
    tranche_demo_cfront_fields_complain (&invoice, "source", "очікується STORE або INTERNET");
}

static void
read_program (const TrancheDemoCfrontFields *fields,
              TrancheDemoCfrontApplication  *application)
{
  const char *const name = "available_parts_count";
  JsonArray *programs = tranche_demo_cfront_fields_read_array (fields, "available_programs");
  TrancheDemoCfrontFields program;
  JsonArray *parts;

  if (!programs)
    return;

  if (json_array_get_length (programs) > 1)
    tranche_demo_cfront_fields_complain (fields, "available_programs", "не більше однієї програми");

  program = enter (fields, get_element (fields, programs, 0, "available_programs[0]"),
                   "available_programs[0].");
  application->product = tranche_demo_cfront_fields_read_string (&program, "type", 0, OPTIONAL);
  parts = tranche_demo_cfront_fields_read_array (&program, name);

  for (guint i = 0; parts && i < json_array_get_length (parts); i++) {
    guint count = tranche_demo_cfront_fields_check_count (&program, name,
                                                          json_array_get_element (parts, i),
                                                          MIN_PARTS, MAX_PARTS);

    g_array_append_val (application->parts, count);
  }
}

static void
read_product (const TrancheDemoCfrontFields *product,
              TrancheDemoCfrontApplication  *application)
{
  g_autofree char *name =
    tranche_demo_cfront_fields_read_string (product, "name", MAX_ITEM_NAME, REQUIRED);
  gint64 count = tranche_demo_cfront_fields_read_count (product, "count", 1, G_MAXINT32);
  TrancheMoney sum =
    tranche_demo_cfront_fields_read_money (product, "sum", MIN_ITEM_SUM, REQUIRED);

  if (name && count > 0 && tranche_money_is_set (&sum))
    g_ptr_array_add (application->items, tranche_order_item_new (name, count, &sum, NULL, NULL));
}

static void
read_products (const TrancheDemoCfrontFields *fields,
               TrancheDemoCfrontApplication  *application)
{
  JsonArray *array = tranche_demo_cfront_fields_read_array (fields, "products");

  for (guint i = 0; array && i < json_array_get_length (array); i++) {
    g_autofree char *name = g_strdup_printf ("products[%u]", i);
    g_autofree char *prefix = g_strconcat (name, ".", NULL);
    TrancheDemoCfrontFields product =
      enter (fields, get_element (fields, array, i, name), prefix);

    read_product (&product, application);
  }
}

/* The parts that nobody here uses are read to find what is wrong with them. */
static void
read_additional_params (const TrancheDemoCfrontFields *fields,
                        TrancheDemoCfrontApplication  *application)
{
  JsonObject *object =
    tranche_demo_cfront_fields_read_object (fields, "additional_params", OPTIONAL);
  TrancheDemoCfrontFields params = enter (fields, object, "additional_params.");
  g_autofree char *seller_phone = NULL;

  if (!object)
    return;

  seller_phone = tranche_demo_cfront_fields_read_phone (&params, "seller_phone", OPTIONAL);
  tranche_demo_cfront_fields_read_money (&params, "nds", 0, OPTIONAL);
  application->initial_sum =
    tranche_demo_cfront_fields_read_money (&params, "ext_initial_sum", 0, OPTIONAL);
}

static void
read_merchant (const TrancheDemoCfrontFields *fields)
{
  JsonObject *object =
    tranche_demo_cfront_fields_read_object (fields, "financial_company_merchant_info", OPTIONAL);
  TrancheDemoCfrontFields merchant =
    enter (fields, object, "financial_company_merchant_info.");
  g_autofree char *name = tranche_demo_cfront_fields_read_string (&merchant, "store_name", 0,
                                                                  OPTIONAL);
  g_autofree char *code = tranche_demo_cfront_fields_read_string (&merchant, "edrpou_code", 0,
                                                                  OPTIONAL);
  g_autofree char *account = tranche_demo_cfront_fields_read_string (&merchant, "iban_account", 0,
                                                                     OPTIONAL);

  if (code && strspn (code, "0123456789") != strlen (code))
    tranche_demo_cfront_fields_complain (&merchant, "edrpou_code", "тільки цифри");
}

TrancheDemoCfrontApplication *
tranche_demo_cfront_read_create (const TrancheDemoCfrontFields *fields)
{
  g_autoptr (TrancheDemoCfrontApplication) application = tranche_demo_cfront_application_new ();

  application->number =
    tranche_demo_cfront_fields_read_string (fields, "store_order_id", MAX_NUMBER, REQUIRED);
  application->phone = tranche_demo_cfront_fields_read_phone (fields, "client_phone", REQUIRED);
  application->sum =
    tranche_demo_cfront_fields_read_money (fields, "total_sum", MIN_ORDER_SUM, REQUIRED);
  read_invoice (fields, application);
  read_program (fields, application);
  read_products (fields, application);
  application->result_callback =
    tranche_demo_cfront_fields_read_string (fields, "result_callback", 0, OPTIONAL);
  read_additional_params (fields, application);
  read_merchant (fields);

  return *fields->complaint ? NULL : g_steal_pointer (&application);
}

void
tranche_demo_cfront_read_return (const TrancheDemoCfrontFields  *fields,
                                 TrancheDemoCfrontReturnRequest *request)
{
  JsonObject *object =
    tranche_demo_cfront_fields_read_object (fields, "additional_params", OPTIONAL);
  TrancheDemoCfrontFields params = enter (fields, object, "additional_params.");

  request->id = tranche_demo_cfront_fields_read_string (fields, "store_return_id", 0, REQUIRED);
  request->sum = tranche_demo_cfront_fields_read_money (fields, "sum", MIN_RETURN_SUM, REQUIRED);
  request->to_card = tranche_demo_cfront_fields_read_boolean (fields, "return_money_to_card");
  tranche_demo_cfront_fields_read_money (&params, "nds", 0, OPTIONAL);
}

void
tranche_demo_cfront_return_request_clear (TrancheDemoCfrontReturnRequest *request)
{
  g_clear_pointer (&request->id, g_free);
}

void
tranche_demo_cfront_read_letter (const TrancheDemoCfrontFields  *fields,
                                 char                          **invoice_number,
                                 char                          **invoice_date)
{
  JsonObject *object = tranche_demo_cfront_fields_read_object (fields, "invoice", OPTIONAL);
  TrancheDemoCfrontFields invoice = enter (fields, object, "invoice.");

  *invoice_number = tranche_demo_cfront_fields_read_string (&invoice, "number", 0, OPTIONAL);
  *invoice_date = tranche_demo_cfront_fields_read_date (&invoice, "date", OPTIONAL);
}

char *
tranche_demo_cfront_read_order_id (const TrancheDemoCfrontFields *fields)
{
  g_autofree char *id =
    tranche_demo_cfront_fields_read_string (fields, "order_id", 0, REQUIRED);

  if (id && !g_uuid_string_is_valid (id)) {
    tranche_demo_cfront_fields_complain (fields, "order_id", "очікується UUID");
    return NULL;
  }

  return g_steal_pointer (&id);
}
