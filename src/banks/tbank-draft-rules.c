/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-draft-rules.h"

#include <string.h>

#include "banks/draft-rule.h"
#include "banks/web-address.h"

#define COUNTRY "RU"
#define PHONE_DIGITS 11

/* Every field of the specification that a form shows, with its length limit;
 * 0 where the specification sets none. */
static const TrancheDraftRule rules[] = {
  { "shopId", TRANCHE_FIELD_SHOP_ID, 50 },
  { "showcaseId", TRANCHE_FIELD_SHOWCASE_ID, 50 },
  { "sum", TRANCHE_FIELD_SUM, 0 },
  { "orderNumber", TRANCHE_FIELD_NUMBER, 64 },
  { "promoCode", TRANCHE_FIELD_PRODUCT, 64 },
  { "items", TRANCHE_FIELD_ITEMS, 0 },
  { "items.name", TRANCHE_FIELD_ITEM_NAME, 255 },
  { "items.quantity", TRANCHE_FIELD_ITEM_QUANTITY, 0 },
  { "items.price", TRANCHE_FIELD_ITEM_PRICE, 0 },
  { "items.category", TRANCHE_FIELD_ITEM_CATEGORY, 255 },
  { "items.vendorCode", TRANCHE_FIELD_ITEM_VENDOR_CODE, 64 },
  { "values.contact.fio.lastName", TRANCHE_FIELD_LAST_NAME, 0 },
  { "values.contact.fio.firstName", TRANCHE_FIELD_FIRST_NAME, 0 },
  { "values.contact.fio.middleName", TRANCHE_FIELD_MIDDLE_NAME, 0 },
  { "values.contact.mobilePhone", TRANCHE_FIELD_PHONE, 0 },
  { "values.contact.email", TRANCHE_FIELD_EMAIL, 0 },
  { "webhookURL", TRANCHE_FIELD_URL, 0 },
  { "successURL", TRANCHE_FIELD_URL, 0 },
  { "failURL", TRANCHE_FIELD_URL, 0 },
  { "returnURL", TRANCHE_FIELD_URL, 0 },
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

/* The number becomes a segment of the path, and servers drop these two. */
static gboolean
is_number (const char *number)
{
  return !g_str_equal (number, ".") && !g_str_equal (number, "..");
}

static gboolean
is_phone (const char *phone)
{
  g_autofree char *digits = tranche_phone_to_digits (phone, COUNTRY);

  return strlen (digits) == PHONE_DIGITS && digits[0] == '7';
}

/* Something, an at sign, and a domain of two parts: no more can be said
 * without asking the mail server. */
static gboolean
is_email (const char *email)
{
  const char *at = strchr (email, '@');
  const char *dot = at ? strrchr (at, '.') : NULL;

  if (strpbrk (email, " \t\r\n,;<>\"()"))
    return FALSE;

  return at && at != email && !strchr (at + 1, '@') && dot && dot > at + 1 && dot[1] != '\0';
}

static gboolean
is_https (const char *url)
{
  return tranche_is_web_address (url, TRUE);
}

static void
check_form (GPtrArray  *problems,
            const char *wire_name,
            const char *text,
            gboolean  (*has_form) (const char *text))
{
  if (check_text (problems, wire_name, -1, text, FALSE) && !has_form (text))
    add_problem (problems, wire_name, -1, TRANCHE_FLAW_SYNTAX, 0);
}

static void
check_item (GPtrArray        *problems,
            int               index,
            TrancheOrderItem *item,
            const char       *currency)
{
  const TrancheMoney *price = tranche_order_item_get_price (item);

  check_text (problems, "items.name", index, tranche_order_item_get_name (item), TRUE);
  check_text (problems, "items.category", index, tranche_order_item_get_category (item), FALSE);
  check_text (problems, "items.vendorCode", index, tranche_order_item_get_vendor_code (item),
              FALSE);

  if (tranche_order_item_get_quantity (item) < 1)
    add_problem (problems, "items.quantity", index, TRANCHE_FLAW_TOO_SMALL, 1);
  if (!tranche_money_is_set (price))
    add_problem (problems, "items.price", index, TRANCHE_FLAW_MISSING, 0);
  else if (!g_str_equal (price->currency, currency))
    add_problem (problems, "items.price", index, TRANCHE_FLAW_MISMATCH, 0);
  else if (price->minor < 0)
    add_problem (problems, "items.price", index, TRANCHE_FLAW_TOO_SMALL, 0);
}

static void
check_goods (GPtrArray         *problems,
             TrancheAccount    *account,
             TrancheOrderDraft *draft)
{
  const char *currency = tranche_account_get_currency (account);
  const TrancheMoney *sum = tranche_order_draft_get_sum (draft);
  GPtrArray *items = tranche_order_draft_get_items (draft);
  guint n_problems = problems->len;
  TrancheMoney total;

  if (items->len == 0)
    add_problem (problems, "items", -1, TRANCHE_FLAW_MISSING, 0);
  for (guint i = 0; i < items->len; i++)
    check_item (problems, i, items->pdata[i], currency);

  /* The sum of wrong items says nothing more. */
  if (problems->len > n_problems)
    return;

  if (!tranche_order_items_sum (items, currency, &total, NULL))
    add_problem (problems, "sum", -1, TRANCHE_FLAW_TOO_LARGE, 0);
  else if (!tranche_money_is_set (sum))
    add_problem (problems, "sum", -1, TRANCHE_FLAW_MISSING, 0);
  else if (!tranche_money_equal (sum, &total))
    add_problem (problems, "sum", -1, TRANCHE_FLAW_MISMATCH, 0);
  else if (sum->minor <= 0)
    add_problem (problems, "sum", -1, TRANCHE_FLAW_TOO_SMALL, 0);
}

static void
check_product (GPtrArray         *problems,
               TrancheAccount    *account,
               TrancheOrderDraft *draft)
{
  const char *code = tranche_order_draft_get_product_code (draft);

  if (check_text (problems, "promoCode", -1, code, FALSE) &&
      tranche_account_get_products (account)->len > 0 &&
      !tranche_account_find_product (account, code))
    add_problem (problems, "promoCode", -1, TRANCHE_FLAW_NOT_OFFERED, 0);
}

GPtrArray *
tranche_tbank_validate_draft (TrancheAccount    *account,
                              TrancheOrderDraft *draft)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);
  const TrancheCustomer *customer = tranche_order_draft_get_customer (draft);
  const char *number = tranche_order_draft_get_number (draft);

  check_text (problems, "shopId", -1, tranche_account_get_shop_id (account), TRUE);
  check_text (problems, "showcaseId", -1, tranche_account_get_showcase_id (account), TRUE);
  if (check_text (problems, "orderNumber", -1, number, TRUE) && !is_number (number))
    add_problem (problems, "orderNumber", -1, TRANCHE_FLAW_SYNTAX, 0);
  check_product (problems, account, draft);
  check_goods (problems, account, draft);

  check_text (problems, "values.contact.fio.lastName", -1, customer->last_name, FALSE);
  check_text (problems, "values.contact.fio.firstName", -1, customer->first_name, FALSE);
  check_text (problems, "values.contact.fio.middleName", -1, customer->middle_name, FALSE);
  check_form (problems, "values.contact.mobilePhone", customer->phone, is_phone);
  check_form (problems, "values.contact.email", customer->email, is_email);

  check_form (problems, "webhookURL", tranche_order_draft_get_webhook_url (draft), is_https);
  check_form (problems, "successURL", tranche_order_draft_get_success_url (draft), is_https);
  check_form (problems, "failURL", tranche_order_draft_get_fail_url (draft), is_https);
  check_form (problems, "returnURL", tranche_order_draft_get_return_url (draft), is_https);

  return problems;
}

/* Whether @name ends like @wire_name from a dot on: the bank's errors say
 * "contact.email" as well as the whole path. */
static gboolean
names_same (const char *wire_name,
            const char *name)
{
  gsize wire_length = strlen (wire_name);
  gsize length = strlen (name);

  if (length == 0 || length > wire_length ||
      g_ascii_strcasecmp (wire_name + wire_length - length, name) != 0)
    return FALSE;

  return length == wire_length || wire_name[wire_length - length - 1] == '.';
}

TrancheField
tranche_tbank_find_field (const char *wire_name,
                          int        *item)
{
  g_autoptr (GString) name = g_string_new (NULL);

  /* "items[1].price" and "items.1.price" are both "items.price" of item 1. */
  *item = -1;
  for (const char *p = wire_name; *p; p++) {
    if (strchr ("[].", *p)) {
      if (name->len > 0 && name->str[name->len - 1] != '.')
        g_string_append_c (name, '.');
    } else if (g_ascii_isdigit (*p) && (name->len == 0 || name->str[name->len - 1] == '.')) {
      char *end;

      *item = MIN (g_ascii_strtoull (p, &end, 10), G_MAXINT);
      p = end - 1;
    } else {
      g_string_append_c (name, *p);
    }
  }
  if (name->len > 0 && name->str[name->len - 1] == '.')
    g_string_truncate (name, name->len - 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (names_same (rules[i].wire_name, name->str)) {
      if (!g_str_has_prefix (rules[i].wire_name, "items."))
        *item = -1;
      return rules[i].field;
    }

  *item = -1;
  return TRANCHE_FIELD_OTHER;
}
