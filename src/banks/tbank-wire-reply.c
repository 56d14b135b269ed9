/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-reply.h"

#include "banks/json-field.h"
#include "banks/tbank-stage.h"

/* What is read before it becomes an order. */
typedef struct {
  TrancheJsonReader *reader;
  TrancheOrder *order;
  const char *currency;
  TrancheCustomer customer;
  gboolean committed;
} Answer;

typedef void (* TextSetter)  (TrancheOrder       *order,
                              const char         *text);
typedef void (* MoneySetter) (TrancheOrder       *order,
                              const TrancheMoney *amount);
typedef void (* TimeSetter)  (TrancheOrder       *order,
                              GDateTime          *time);

typedef struct {
  const char *name;
  gboolean required;
  /* One of these says what the field is and where it goes. */
  TextSetter text;
  MoneySetter money;
  TimeSetter time;
  gsize customer_offset;
  void (* read) (Answer *answer);
} Field;

static void
read_committed (Answer *answer)
{
  answer->committed = tranche_json_reader_read_boolean (answer->reader);
}

static void
read_demo (Answer *answer)
{
  tranche_order_set_demo (answer->order, tranche_json_reader_read_boolean (answer->reader));
}

static void
read_term (Answer *answer)
{
  gint64 term = tranche_json_read_integer (answer->reader);

  if (term < 0 || term > G_MAXINT32)
    tranche_json_reader_fail (answer->reader, "term", "a number of months");
  else
    tranche_order_set_term (answer->order, term);
}

static void
read_signing_types (Answer *answer)
{
  g_autoptr (GString) types = g_string_new (NULL);

  if (!tranche_json_reader_enter_array (answer->reader))
    return;

  while (tranche_json_reader_next_element (answer->reader)) {
    const char *type = tranche_json_reader_read_string (answer->reader);

    if (!type)
      return;
    if (types->len > 0)
      g_string_append_c (types, ',');
    g_string_append (types, type);
  }

  tranche_order_set_signing_types (answer->order, types->str);
}

static void
take_text (TrancheJsonReader *reader,
           char             **out)
{
  g_free (*out);
  *out = tranche_json_read_text_or_null (reader);
}

static TrancheOrderItem *
read_item (TrancheJsonReader *reader,
           const char        *currency)
{
  g_autofree char *title = NULL;
  g_autofree char *category = NULL;
  g_autofree char *vendor_code = NULL;
  TrancheMoney price = TRANCHE_MONEY_UNSET;
  gint64 quantity = 0;
  const char *name;

  if (!tranche_json_reader_enter_object (reader))
    return NULL;

  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, "name"))
      take_text (reader, &title);
    else if (g_str_equal (name, "quantity"))
      quantity = tranche_json_read_integer (reader);
    else if (g_str_equal (name, "price"))
      tranche_json_read_money (reader, currency, &price);
    else if (g_str_equal (name, "category"))
      take_text (reader, &category);
    else if (g_str_equal (name, "vendorCode"))
      take_text (reader, &vendor_code);
  }

  if (!title)
    tranche_json_reader_fail (reader, "items.name", "there");
  else if (quantity < 1)
    tranche_json_reader_fail (reader, "items.quantity", "a positive number");
  else if (!tranche_money_is_set (&price))
    tranche_json_reader_fail (reader, "items.price", "there");
  if (!tranche_json_reader_is_ok (reader))
    return NULL;

  return tranche_order_item_new (title, quantity, &price, category, vendor_code);
}

static void
read_items (Answer *answer)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                tranche_order_item_unref);

  if (!tranche_json_reader_enter_array (answer->reader))
    return;

  while (tranche_json_reader_next_element (answer->reader)) {
    TrancheOrderItem *item = read_item (answer->reader, answer->currency);

    if (!item)
      return;
    g_ptr_array_add (items, item);
  }

  tranche_order_set_items (answer->order, items);
}

static void
read_cooldown (Answer *answer)
{
  g_autoptr (GDateTime) until = NULL;
  const char *name;

  if (!tranche_json_reader_enter_object (answer->reader))
    return;

  while ((name = tranche_json_reader_next_member (answer->reader)))
    if (g_str_equal (name, "until")) {
      g_clear_pointer (&until, g_date_time_unref);
      until = tranche_json_read_time (answer->reader);
    }

  if (until)
    tranche_order_set_cooling_until (answer->order, until);
  else
    tranche_json_reader_fail (answer->reader, "commit_cooldown.until", "there");
}

#define CUSTOMER(member) .customer_offset = 1 + G_STRUCT_OFFSET (TrancheCustomer, member)

/* In the order of the document, which is that of the answers, too. */
static const Field fields[] = {
  { "id", TRUE, .text = tranche_order_set_number },
  { "status", TRUE, .text = tranche_order_set_raw_state },
  { "created_at", TRUE, .time = tranche_order_set_created_at },
  { "demo", TRUE, .read = read_demo },
  { "committed", TRUE, .read = read_committed },
  { "first_payment", FALSE, .money = tranche_order_set_first_payment },
  { "order_amount", TRUE, .money = tranche_order_set_amount },
  { "credit_amount", FALSE, .money = tranche_order_set_credit_amount },
  { "transfer_amount", FALSE, .money = tranche_order_set_transfer_amount },
  { "product", FALSE, .text = tranche_order_set_product_kind },
  { "term", FALSE, .read = read_term },
  { "monthly_payment", FALSE, .money = tranche_order_set_monthly_payment },
  { "first_name", FALSE, CUSTOMER (first_name) },
  { "last_name", FALSE, CUSTOMER (last_name) },
  { "middle_name", FALSE, CUSTOMER (middle_name) },
  { "phone", FALSE, CUSTOMER (phone) },
  { "loan_number", FALSE, .text = tranche_order_set_loan_number },
  { "email", FALSE, CUSTOMER (email) },
  { "appropriate_signing_types", TRUE, .read = read_signing_types },
  { "signing_type", FALSE, .text = tranche_order_set_signing_type },
  { "chosen_bank", FALSE, .text = tranche_order_set_chosen_bank },
  { "expected_overdue_at", TRUE, .time = tranche_order_set_expires_at },
  { "items", FALSE, .read = read_items },
  { "commit_cooldown", FALSE, .read = read_cooldown },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) <= 32);

#undef CUSTOMER

static void
read_field (const Field *field,
            Answer      *answer)
{
  TrancheJsonReader *reader = answer->reader;

  if (!field->required && tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL)
    return;

  if (field->text) {
    const char *text = tranche_json_reader_read_string (reader);

    if (text)
      field->text (answer->order, text);
  } else if (field->money) {
    TrancheMoney amount;

    if (tranche_json_read_money (reader, answer->currency, &amount))
      field->money (answer->order, &amount);
  } else if (field->time) {
    g_autoptr (GDateTime) time = tranche_json_read_time (reader);

    if (time)
      field->time (answer->order, time);
  } else if (field->customer_offset) {
    take_text (reader, G_STRUCT_MEMBER_P (&answer->customer, field->customer_offset - 1));
  } else {
    field->read (answer);
  }
}

/* Looks from @guess on, for the fields come in the order of the table. */
static int
find_field (const char *name,
            int         guess)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    gsize index = (guess + i) % G_N_ELEMENTS (fields);

    if (g_str_equal (name, fields[index].name))
      return index;
  }

  return -1;
}

static void
read_fields (Answer *answer)
{
  guint32 seen = 0;
  int guess = 0;
  const char *name;

  if (!tranche_json_reader_enter_object (answer->reader))
    return;

  while ((name = tranche_json_reader_next_member (answer->reader))) {
    int index = find_field (name, guess);

    if (index < 0)
      continue;
    if (seen & (1u << index)) {
      tranche_json_reader_fail (answer->reader, fields[index].name, "there only once");
      return;
    }

    read_field (&fields[index], answer);
    seen |= 1u << index;
    guess = index + 1;
  }

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].required && !(seen & (1u << i)))
      tranche_json_reader_fail (answer->reader, fields[i].name, "there");
}

static void
set_stage (TrancheOrder *order,
           gboolean      committed,
           GDateTime    *now)
{
  GDateTime *until = tranche_order_get_cooling_until (order);
  gboolean cooling = until && g_date_time_compare (until, now) > 0;
  TrancheStage stage = tranche_tbank_stage (tranche_order_get_raw_state (order), committed,
                                            cooling);

  tranche_order_set_stage (order, stage);
  tranche_order_set_reason (order, tranche_tbank_reason (stage));
}

static void
set_raw_answer (TrancheOrder *order,
                GBytes       *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = g_strndup (data, length);

  tranche_order_set_raw_answer (order, text);
}

TrancheOrder *
tranche_tbank_read_order (GBytes      *body,
                          const char  *currency,
                          GDateTime   *now,
                          GError     **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  Answer answer = { .reader = reader, .order = order, .currency = currency };

  read_fields (&answer);
  tranche_order_set_customer (order, &answer.customer);
  g_free (answer.customer.last_name);
  g_free (answer.customer.first_name);
  g_free (answer.customer.middle_name);
  g_free (answer.customer.phone);
  g_free (answer.customer.email);

  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  set_stage (order, answer.committed, now);
  set_raw_answer (order, body);
  tranche_order_set_checked_at (order, now);

  return g_steal_pointer (&order);
}
