/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-texts.h"

#include <glib/gi18n.h>

#include <string.h>

#include "ui/format.h"

static char *
text_or_empty (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

static char *
time_or_empty (GDateTime *time)
{
  return time != NULL ? tranche_format_date_time (time) : g_strdup ("");
}

char *
tranche_order_text_amount (TrancheOrder *order)
{
  return order != NULL ? tranche_format_money (tranche_order_get_amount (order)) : g_strdup ("");
}

char *
tranche_order_text_first_payment (TrancheOrder *order)
{
  return order != NULL ? tranche_format_money (tranche_order_get_first_payment (order)) : g_strdup ("");
}

char *
tranche_order_text_credit_amount (TrancheOrder *order)
{
  return order != NULL ? tranche_format_money (tranche_order_get_credit_amount (order)) : g_strdup ("");
}

char *
tranche_order_text_transfer_amount (TrancheOrder *order)
{
  return order != NULL ? tranche_format_money (tranche_order_get_transfer_amount (order)) : g_strdup ("");
}

char *
tranche_order_text_monthly_payment (TrancheOrder *order)
{
  g_autofree char *payment = NULL;
  g_autofree char *term = NULL;

  if (order == NULL)
    return g_strdup ("");

  payment = tranche_format_money (tranche_order_get_monthly_payment (order));
  term = tranche_format_term (tranche_order_get_term (order));

  return g_strconcat (payment, *payment != '\0' && *term != '\0' ? " · " : "", term, NULL);
}

char *
tranche_order_text_payments (TrancheOrder *order)
{
  guint term = order != NULL ? tranche_order_get_term (order) : 0;
  g_autofree char *payment = NULL;

  if (order != NULL)
    payment = tranche_format_money (tranche_order_get_monthly_payment (order));
  if (payment == NULL || *payment == '\0' || term == 0)
    return tranche_order_text_monthly_payment (order);

  /* Translators: the second is a sum of money */
  return g_strdup_printf (ngettext ("%1$u payment of %2$s", "%1$u payments of %2$s", term),
                          term, payment);
}

char *
tranche_order_text_customer (TrancheOrder *order)
{
  g_autofree char *name = NULL;

  if (order == NULL)
    return g_strdup ("");

  name = tranche_customer_get_full_name (tranche_order_get_customer (order));

  return text_or_empty (name);
}

/* In the groups of the country, "+7 999 888-77-66" and "+380 99 888-77-66". */
static char *
group_phone (const char *digits)
{
  gsize code = g_str_has_prefix (digits, "380") ? 3 : 1;
  gsize area = code == 3 ? 2 : 3;
  const char *rest = digits + code + area;

  return g_strdup_printf ("+%.*s %.*s %.3s-%.2s-%.2s", (int) code, digits, (int) area,
                          digits + code, rest, rest + 3, rest + 5);
}

char *
tranche_order_text_phone (TrancheOrder *order)
{
  const char *phone, *country;
  g_autofree char *digits = NULL;

  if (order == NULL)
    return g_strdup ("");

  phone = tranche_order_get_customer (order)->phone;
  /* A number that the bank has masked has no digits to group. */
  if (phone == NULL || strchr (phone, '*') != NULL)
    return text_or_empty (phone);

  country = strcmp (tranche_order_get_amount (order)->currency, "UAH") == 0 ? "UA" : "RU";
  digits = tranche_phone_to_digits (phone, country);
  if ((g_str_has_prefix (digits, "380") && strlen (digits) == 12)
      || (g_str_has_prefix (digits, "7") && strlen (digits) == 11))
    return group_phone (digits);

  return text_or_empty (phone);
}

char *
tranche_order_text_email (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_customer (order)->email : NULL);
}

char *
tranche_order_text_tax_code (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_customer (order)->tax_code : NULL);
}

char *
tranche_order_text_loan_number (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_loan_number (order) : NULL);
}

char *
tranche_order_text_chosen_bank (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_chosen_bank (order) : NULL);
}

char *
tranche_order_text_product (TrancheOrder   *order,
                            TrancheAccount *account)
{
  const char *code = order != NULL ? tranche_order_get_product_code (order) : NULL;
  TrancheProduct *product = NULL;

  if (code != NULL && account != NULL)
    product = tranche_account_find_product (account, code);

  return text_or_empty (product != NULL ? product->name : code);
}

/* A way that is not known stays as the bank calls it. */
static const char *
signing_label (const char *way)
{
  if (g_str_equal (way, "sms"))
    return _("by a code in an SMS");
  if (g_str_equal (way, "bank"))
    return _("at a meeting with the bank");
  if (g_str_equal (way, "ses"))
    return _("by Self ID");

  return way;
}

char *
tranche_order_text_signing (TrancheOrder *order)
{
  g_auto (GStrv) ways = NULL;
  GString *text;
  const char *type;

  if (order == NULL)
    return g_strdup ("");

  type = tranche_order_get_signing_type (order);
  if (type == NULL)
    type = tranche_order_get_signing_types (order);
  if (type == NULL)
    return g_strdup ("");

  text = g_string_new (NULL);
  ways = g_strsplit (type, ",", -1);
  for (guint i = 0; ways[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", signing_label (ways[i]));

  return g_string_free_and_steal (text);
}

char *
tranche_order_text_bank_order_id (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_bank_order_id (order) : NULL);
}

char *
tranche_order_text_created_at (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_created_at (order) : NULL);
}

char *
tranche_order_text_signed_at (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_signed_at (order) : NULL);
}

char *
tranche_order_text_cooling_until (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_cooling_until (order) : NULL);
}

char *
tranche_order_text_paid_at (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_paid_at (order) : NULL);
}

char *
tranche_order_text_committed_at (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_committed_at (order) : NULL);
}

char *
tranche_order_text_expires_at (TrancheOrder *order)
{
  return time_or_empty (order != NULL ? tranche_order_get_expires_at (order) : NULL);
}

char *
tranche_order_text_raw_state (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_raw_state (order) : NULL);
}

char *
tranche_order_text_raw_answer (TrancheOrder *order)
{
  return text_or_empty (order != NULL ? tranche_order_get_raw_answer (order) : NULL);
}
