/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-faults.h"

#include "demo/demo-fault-plan.h"

struct _TrancheDemoFaults {
  guint32 seed;
  TrancheDemoHandler handler;
  gpointer user_data;
  TrancheDemoFaultPlan *plan;
  TrancheDemoFaultPlayer *player;
};

TrancheDemoFaults *
tranche_demo_faults_new (guint32            seed,
                         TrancheDemoHandler handler,
                         gpointer           user_data)
{
  TrancheDemoFaults *self = g_new0 (TrancheDemoFaults, 1);

  self->seed = seed;
  self->handler = handler;
  self->user_data = user_data;
  self->plan = tranche_demo_fault_plan_new ("", seed, NULL);
  self->player = tranche_demo_fault_player_new (handler, user_data);

  return self;
}

void
tranche_demo_faults_free (TrancheDemoFaults *self)
{
  tranche_demo_fault_player_free (self->player);
  tranche_demo_fault_plan_free (self->plan);
  g_free (self);
}

gboolean
tranche_demo_faults_set_plan (TrancheDemoFaults  *self,
                              const char         *text,
                              GError            **error)
{
  TrancheDemoFaultPlan *plan = tranche_demo_fault_plan_new (text, self->seed, error);

  if (!plan)
    return FALSE;

  tranche_demo_fault_plan_free (self->plan);
  self->plan = plan;

  return TRUE;
}

void
tranche_demo_faults_handle (TrancheDemoFaults  *self,
                            TrancheDemoRequest *request)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (request->message));
  const TrancheDemoFault *fault =
    tranche_demo_fault_plan_choose (self->plan, request->method, path, request->target);

  if (fault) {
    tranche_demo_fault_player_play (self->player, fault, request);
    return;
  }

  self->handler (request, self->user_data);
  tranche_demo_ledger_end (request->ledger, request->method, request->target->route,
                           soup_server_message_get_status (request->message));
  tranche_demo_request_free (request);
}

static void
show_plan (TrancheDemoFaults  *self,
           TrancheDemoRequest *request)
{
  tranche_demo_request_reply (request, SOUP_STATUS_OK,
                              tranche_demo_fault_plan_to_json (self->plan));
}

static void
bring_plan (TrancheDemoFaults  *self,
            TrancheDemoRequest *request)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (request->body, &length);
  g_autofree char *text = g_strndup (data ? data : "", length);

  if (!g_utf8_validate (text, -1, NULL))
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST, "A plan is a text");
  else if (!tranche_demo_faults_set_plan (self, text, &error))
    tranche_demo_request_refuse (request, SOUP_STATUS_BAD_REQUEST, error->message);
  else
    show_plan (self, request);
}

static void
take_plan_away (TrancheDemoFaults  *self,
                TrancheDemoRequest *request)
{
  tranche_demo_faults_set_plan (self, "", NULL);
  show_plan (self, request);
}

void
tranche_demo_faults_control (TrancheDemoFaults  *self,
                             TrancheDemoRequest *request)
{
  if (!tranche_demo_request_is_local (request))
    tranche_demo_request_refuse (request, SOUP_STATUS_FORBIDDEN, "Only from this computer");
  else if (g_str_equal (request->method, "POST") || g_str_equal (request->method, "PUT"))
    bring_plan (self, request);
  else if (g_str_equal (request->method, "DELETE"))
    take_plan_away (self, request);
  else if (tranche_demo_request_expect (request, "GET"))
    show_plan (self, request);
}

void
tranche_demo_faults_stop (TrancheDemoFaults *self)
{
  tranche_demo_fault_player_stop (self->player);
}
