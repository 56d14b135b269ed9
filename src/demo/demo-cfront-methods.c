/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-methods.h"

#include "demo/demo-cfront-answer.h"
#include "demo/demo-cfront-letters.h"
#include "demo/demo-cfront-read.h"

static void
reply (TrancheDemoCfrontCall *call,
       char                  *json)
{
  tranche_demo_request_reply (call->request, SOUP_STATUS_OK, json);
}

/* Reads the phone of a client and whether the bank knows it; %NULL after an
 * answer. */
static char *
look_for_client (TrancheDemoCfrontCall *call,
                 gboolean              *found)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (call);
  g_autofree char *phone = tranche_demo_cfront_fields_read_phone (&fields, "phone",
                                                                  TRANCHE_DEMO_CFRONT_REQUIRED);

  if (tranche_demo_cfront_call_complains (call))
    return NULL;

  if (tranche_demo_cfront_bank_is_pestered (call->bank, phone)) {
    tranche_demo_request_refuse (call->request, TRANCHE_DEMO_CFRONT_TOO_MANY_REQUESTS,
                                 "Забагато запитів за цим номером телефону");
    return NULL;
  }

  *found = tranche_demo_cfront_bank_find_client (call->bank, phone);

  return g_steal_pointer (&phone);
}

static void
validate (TrancheDemoCfrontCall *call)
{
  gboolean found = FALSE;
  g_autofree char *phone = look_for_client (call, &found);
  g_autoptr (TrancheDemoCfrontPerson) person = NULL;

  if (!phone)
    return;

  if (!found && call->options->not_found_as_error) {
    tranche_demo_request_refuse (call->request, SOUP_STATUS_BAD_REQUEST,
                                 "Клієнта не знайдено. Йому надіслано SMS із запрошенням "
                                 "зареєструватися в мобільному банкінгу");
    return;
  }

  if (found)
    person = tranche_demo_cfront_person_new (phone);
  reply (call, tranche_demo_cfront_found (found, person ? person->customer : NULL));
}

static void
validate_v2 (TrancheDemoCfrontCall *call)
{
  gboolean found = FALSE;
  g_autofree char *phone = look_for_client (call, &found);

  if (phone)
    reply (call, tranche_demo_cfront_found (found, NULL));
}

/* NULL after an answer. */
static TrancheDemoCfrontApplication *
read_application (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (call);
  g_autoptr (TrancheDemoCfrontApplication) application = tranche_demo_cfront_read_create (&fields);

  if (application && call->options->check_points &&
      !tranche_demo_cfront_bank_has_point (application->point_id))
    tranche_demo_cfront_fields_complain (&fields, "invoice.point_id",
                                         "торгової точки немає в реєстрі банку");

  if (tranche_demo_cfront_call_complains (call))
    return NULL;

  application->store_id = g_strdup (call->store_id);

  return g_steal_pointer (&application);
}

static void
create (TrancheDemoCfrontCall *call)
{
  g_autoptr (TrancheDemoCfrontApplication) application = read_application (call);
  TrancheDemoCfrontOrder *order;
  guint status = SOUP_STATUS_CREATED;

  if (!application)
    return;

  order = tranche_demo_cfront_bank_find (call->bank, call->store_id, application->number);
  if (order) {
    tranche_demo_cfront_call_note (call, order, TRANCHE_DEMO_EFFECT_FOUND);
    if (call->options->duplicate_conflict)
      status = SOUP_STATUS_CONFLICT;
  } else {
    order = tranche_demo_cfront_bank_open (call->bank, g_steal_pointer (&application));
    tranche_demo_cfront_call_note (call, order, TRANCHE_DEMO_EFFECT_CREATED);
  }

  tranche_demo_request_reply (call->request, status, tranche_demo_cfront_created (order));
}

static void
state (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);

  if (order)
    reply (call, tranche_demo_cfront_state (order));
}

typedef gboolean (* OrderAction) (TrancheDemoCfrontOrder  *order,
                                  gint64                   now,
                                  GError                 **error);

static void
act (TrancheDemoCfrontCall *call,
     OrderAction            action,
     TrancheDemoEffect      effect)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);
  g_autoptr (GError) error = NULL;

  if (!order)
    return;

  if (!action (order, tranche_demo_cfront_bank_now (call->bank), &error)) {
    tranche_demo_request_note_refusal (call->request, TRANCHE_DEMO_CFRONT_BANK, order->id,
                                       order->application->number, effect);
    tranche_demo_cfront_call_fail (call, error);
    return;
  }

  tranche_demo_cfront_call_note (call, order, effect);
  reply (call, tranche_demo_cfront_state (order));
}

static void
confirm (TrancheDemoCfrontCall *call)
{
  act (call, tranche_demo_cfront_order_confirm, TRANCHE_DEMO_EFFECT_COMMITTED);
}

static void
reject (TrancheDemoCfrontCall *call)
{
  act (call, tranche_demo_cfront_order_reject, TRANCHE_DEMO_EFFECT_CANCELED);
}

static void
check_paid (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);

  if (!order)
    return;

  if (tranche_demo_cfront_state_is_success (order->state))
    reply (call, tranche_demo_cfront_paid (order));
  else
    tranche_demo_request_refuse (call->request, SOUP_STATUS_BAD_REQUEST,
                                 "Перевірка можлива лише для заявок у статусі SUCCESS");
}

static void
data (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);

  if (order)
    reply (call, tranche_demo_cfront_data (order, TRUE));
}

static void
info (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);

  if (order)
    reply (call, tranche_demo_cfront_data (order, FALSE));
}

static void
return_goods (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (call);
  g_auto (TrancheDemoCfrontReturnRequest) request = { 0 };
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);
  g_autoptr (GError) error = NULL;
  guint n_returns;

  if (!order)
    return;

  tranche_demo_cfront_read_return (&fields, &request);
  if (tranche_demo_cfront_call_complains (call))
    return;

  n_returns = order->returns->len;
  if (!tranche_demo_cfront_order_return (order, request.id, &request.sum, request.to_card,
                                         tranche_demo_cfront_bank_now (call->bank), &error)) {
    tranche_demo_cfront_call_fail (call, error);
    return;
  }

  /* One that was known already has done nothing. */
  if (order->returns->len > n_returns)
    tranche_demo_ledger_note_return (call->request->ledger, call->request->serial,
                                     TRANCHE_DEMO_CFRONT_BANK, order->id,
                                     order->application->number, request.id, &request.sum);
  reply (call, g_strdup ("{\"status\":\"OK\"}"));
}

static void
report (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (call);
  g_autofree char *date = tranche_demo_cfront_fields_read_date (&fields, "date",
                                                                TRANCHE_DEMO_CFRONT_REQUIRED);

  if (!tranche_demo_cfront_call_complains (call))
    reply (call, tranche_demo_cfront_report (tranche_demo_cfront_bank_get_orders (call->bank),
                                             call->store_id, date));
}

static const TrancheDemoCfrontMethod methods[] = {
  { "api/client/validate", validate, .creates = TRUE },
  { "api/v2/client/validate", validate_v2, .creates = TRUE },
  { "api/order/create", create, .creates = TRUE },
  { "api/order/state", state },
  { "api/order/confirm", confirm },
  { "api/order/reject", reject },
  { "api/order/check/paid", check_paid },
  { "api/order/data", data },
  { "api/order/info", info },
  { "api/order/return", return_goods },
  { "api/order/data/for/guarantee/letter", tranche_demo_cfront_letter_data, .is_letter = TRUE },
  { "api/v2/order/data/for/guarantee/letter", tranche_demo_cfront_letter_data_v2,
    .is_letter = TRUE },
  { "api/order/guarantee/letter", tranche_demo_cfront_letter_pdf, .is_letter = TRUE },
  { "api/store/report", report },
};

const TrancheDemoCfrontMethod *
tranche_demo_cfront_method_find (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    if (g_str_equal (methods[i].path, path))
      return &methods[i];
  }

  return NULL;
}
