/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-draft-rules.h"

#include <string.h>

#include "banks/cfront-phone.h"
#include "banks/draft-rule.h"
#include "banks/web-address.h"

#define MIN_SUM 200
#define MIN_PRICE 1
#define MIN_PARTS 3
#define MAX_PARTS 25
#define DATE_LENGTH (sizeof "yyyy-MM-dd" - 1)

/* Every field of the specification that a form shows, with its length limit;
 * 0 where the specification sets none. */
static const TrancheDraftRule rules[] = {
  { "store-id", TRANCHE_FIELD_SHOWCASE_ID, 0 },
  { "store_order_id", TRANCHE_FIELD_NUMBER, 64 },
  { "client_phone", TRANCHE_FIELD_PHONE, 0 },
  { "total_sum", TRANCHE_FIELD_SUM, 0 },
  { "invoice.number", TRANCHE_FIELD_INVOICE_NUMBER, 0 },
  { "invoice.date", TRANCHE_FIELD_INVOICE_DATE, 0 },
  { "invoice.point_id", TRANCHE_FIELD_POINT_OF_SALE, 50 },
  { "available_programs.type", TRANCHE_FIELD_PRODUCT, 0 },
  { "available_programs.available_parts_count", TRANCHE_FIELD_TERM, 0 },
  { "products", TRANCHE_FIELD_ITEMS, 0 },
  { "products.name", TRANCHE_FIELD_ITEM_NAME, 500 },
  { "products.count", TRANCHE_FIELD_ITEM_QUANTITY, 0 },
  { "products.sum", TRANCHE_FIELD_ITEM_PRICE, 0 },
  { "result_callback", TRANCHE_FIELD_URL, 0 },
  { "additional_params.ext_initial_sum", TRANCHE_FIELD_FIRST_PAYMENT, 0 },
  { "additional_params.seller_phone", TRANCHE_FIELD_ACCOUNT, 0 },
};

static void
add_problem (GPtrArray   *problems,
             const char  *wire_name,
             int          item,
             TrancheFlaw  flaw,
             gint64       limit)
{
  tranche_draft_rules_add (rules, G_N_ELEMENTS (rules), problems, wire_name, item, flaw, limit);
}

static gboolean
check_text (GPtrArray  *problems,
            const char *wire_name,
            int         item,
            const char *text,
            gboolean    required)
{
  return tranche_draft_rules_check_text (rules, G_N_ELEMENTS (rules), problems, wire_name, item,
                                         text, required);
}

static void
check_phone (GPtrArray  *problems,
             const char *wire_name,
             const char *phone,
             gboolean    required)
{
  g_autofree char *sent = tranche_cfront_phone (phone);

  if (check_text (problems, wire_name, -1, phone, required) && !sent)
    add_problem (problems, wire_name, -1, TRANCHE_FLAW_SYNTAX, 0);
}

/* Whether @amount is one in @currency and not below @least, in minor units. */
static gboolean
check_amount (GPtrArray          *problems,
              const char         *wire_name,
              int                 item,
              const TrancheMoney *amount,
              const char         *currency,
              gint64              least)
{
  TrancheFlaw flaw;

  if (!tranche_money_is_set (amount))
    flaw = TRANCHE_FLAW_MISSING;
  else if (!g_str_equal (amount->currency, currency))
    flaw = TRANCHE_FLAW_MISMATCH;
  else if (amount->minor < least)
    flaw = TRANCHE_FLAW_TOO_SMALL;
  else
    return TRUE;

  add_problem (problems, wire_name, item, flaw, flaw == TRANCHE_FLAW_TOO_SMALL ? least : 0);
  return FALSE;
}

static void
check_item (GPtrArray        *problems,
            int               index,
            TrancheOrderItem *item,
            const char       *currency)
{
  gint64 quantity = tranche_order_item_get_quantity (item);

  check_text (problems, "products.name", index, tranche_order_item_get_name (item), TRUE);
  if (quantity < 1)
    add_problem (problems, "products.count", index, TRANCHE_FLAW_TOO_SMALL, 1);
  else if (quantity > G_MAXINT32)
    add_problem (problems, "products.count", index, TRANCHE_FLAW_TOO_LARGE, G_MAXINT32);
  check_amount (problems, "products.sum", index, tranche_order_item_get_price (item), currency,
                MIN_PRICE);
}

static void
check_goods (GPtrArray         *problems,
             const char        *currency,
             TrancheOrderDraft *draft)
{
  const TrancheMoney *sum = tranche_order_draft_get_sum (draft);
  GPtrArray *items = tranche_order_draft_get_items (draft);
  guint n_problems = problems->len;
  TrancheMoney total;

  if (items->len == 0)
    add_problem (problems, "products", -1, TRANCHE_FLAW_MISSING, 0);
  for (guint i = 0; i < items->len; i++)
    check_item (problems, i, items->pdata[i], currency);

  /* The sum of wrong items says nothing more. */
  if (problems->len > n_problems)
    return;

  if (!tranche_order_items_sum (items, currency, &total, NULL))
    add_problem (problems, "total_sum", -1, TRANCHE_FLAW_TOO_LARGE, 0);
  else if (check_amount (problems, "total_sum", -1, sum, currency, MIN_SUM) &&
           !tranche_money_equal (sum, &total))
    add_problem (problems, "total_sum", -1, TRANCHE_FLAW_MISMATCH, 0);
}

static void
check_first_payment (GPtrArray         *problems,
                     const char        *currency,
                     TrancheOrderDraft *draft)
{
  const TrancheMoney *amount = &tranche_order_draft_get_sale (draft)->first_payment;
  const TrancheMoney *sum = tranche_order_draft_get_sum (draft);

  if (!tranche_money_is_set (amount) ||
      !check_amount (problems, "additional_params.ext_initial_sum", -1, amount, currency, 0))
    return;

  if (tranche_money_is_set (sum) && amount->minor > 0 && amount->minor >= sum->minor)
    add_problem (problems, "additional_params.ext_initial_sum", -1, TRANCHE_FLAW_TOO_LARGE,
                 sum->minor - 1);
}

/* Whether @parts is among the comma-separated @terms. */
static gboolean
is_term (const char *terms,
         guint       parts)
{
  g_auto (GStrv) words = g_strsplit (terms, ",", -1);

  for (char **word = words; *word; word++) {
    guint64 term;

    if (g_ascii_string_to_unsigned (g_strstrip (*word), 10, 0, G_MAXUINT, &term, NULL) &&
        term == parts)
      return TRUE;
  }

  return FALSE;
}

static void
check_program (GPtrArray         *problems,
               TrancheAccount    *account,
               TrancheOrderDraft *draft)
{
  const char *code = tranche_order_draft_get_product_code (draft);
  guint parts = tranche_order_draft_get_sale (draft)->parts;
  gboolean agreed = tranche_account_get_products (account)->len > 0;
  TrancheProduct *product = NULL;

  if (check_text (problems, "available_programs.type", -1, code, agreed) && agreed) {
    product = tranche_account_find_product (account, code);
    if (!product)
      add_problem (problems, "available_programs.type", -1, TRANCHE_FLAW_NOT_OFFERED, 0);
  }

  if (parts == 0)
    add_problem (problems, "available_programs.available_parts_count", -1, TRANCHE_FLAW_MISSING,
                 0);
  else if (parts < MIN_PARTS)
    add_problem (problems, "available_programs.available_parts_count", -1,
                 TRANCHE_FLAW_TOO_SMALL, MIN_PARTS);
  else if (parts > MAX_PARTS)
    add_problem (problems, "available_programs.available_parts_count", -1,
                 TRANCHE_FLAW_TOO_LARGE, MAX_PARTS);
  else if (product && product->terms && *product->terms && !is_term (product->terms, parts))
    add_problem (problems, "available_programs.available_parts_count", -1,
                 TRANCHE_FLAW_NOT_OFFERED, 0);
}

/* yyyy-MM-dd, and a day that there is. */
static gboolean
is_date (const char *text)
{
  int numbers[3] = { 0 };
  int n = 0;

  if (strlen (text) != DATE_LENGTH)
    return FALSE;

  for (gsize i = 0; i < DATE_LENGTH; i++) {
    if (i == 4 || i == 7) {
      if (text[i] != '-')
        return FALSE;
      n++;
    } else if (g_ascii_isdigit (text[i])) {
      numbers[n] = numbers[n] * 10 + g_ascii_digit_value (text[i]);
    } else {
      return FALSE;
    }
  }

  return g_date_valid_dmy (numbers[2], numbers[1], numbers[0]);
}

static void
check_invoice (GPtrArray         *problems,
               TrancheAccount    *account,
               const TrancheSale *sale)
{
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  gboolean checked = agreement->points_checked && agreement->points_of_sale->len > 0;

  check_text (problems, "invoice.number", -1, sale->invoice_number, TRUE);
  if (check_text (problems, "invoice.date", -1, sale->invoice_date, TRUE) &&
      !is_date (sale->invoice_date))
    add_problem (problems, "invoice.date", -1, TRANCHE_FLAW_SYNTAX, 0);
  if (check_text (problems, "invoice.point_id", -1, sale->point_code, checked) && checked &&
      !tranche_agreement_has_point (agreement, sale->point_code))
    add_problem (problems, "invoice.point_id", -1, TRANCHE_FLAW_NOT_OFFERED, 0);
}

GPtrArray *
tranche_cfront_validate_draft (TrancheAccount    *account,
                               TrancheOrderDraft *draft)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);
  const char *currency = tranche_account_get_currency (account);
  const char *url = tranche_order_draft_get_webhook_url (draft);

  check_text (problems, "store-id", -1, tranche_account_get_showcase_id (account), TRUE);
  check_text (problems, "store_order_id", -1, tranche_order_draft_get_number (draft), TRUE);
  check_phone (problems, "client_phone", tranche_order_draft_get_customer (draft)->phone, TRUE);
  check_goods (problems, currency, draft);
  check_program (problems, account, draft);
  check_invoice (problems, account, tranche_order_draft_get_sale (draft));
  check_first_payment (problems, currency, draft);
  check_phone (problems, "additional_params.seller_phone",
               tranche_account_get_agreement (account)->seller_phone, FALSE);
  if (check_text (problems, "result_callback", -1, url, FALSE) &&
      !tranche_is_web_address (url, FALSE))
    add_problem (problems, "result_callback", -1, TRANCHE_FLAW_SYNTAX, 0);

  return problems;
}
