/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-options.h"
#include "demo/demo-credentials.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrancheDemoOptions:
 * @port: where to listen on the loopback interface; 0 picks a free one
 * @seed: decides what the day holds and what customers do
 * @speed: how many times faster than life customers act and cooling-off
 *   periods pass; at least %TRANCHE_DEMO_MIN_SPEED
 * @rate: requests a second that a partner may send; 0 for any number
 * @customers: whether customers act by themselves
 * @auto_commit: whether the bank commits signed orders by itself
 * @certificate: (nullable): with its key, to speak HTTPS; the server keeps a
 *   reference of its own
 * @day: whether the bank begins with the orders of a believable day
 * @cfront: how the CFRONT dialect is spoken
 *
 * How the demo bank behaves.
 */
typedef struct {
  guint16 port;
  guint32 seed;
  double speed;
  guint rate;
  gboolean customers;
  gboolean auto_commit;
  gboolean day;
  GTlsCertificate *certificate;
  TrancheDemoCfrontOptions cfront;
} TrancheDemoOptions;

/* A day then lasts for more than three months. */
#define TRANCHE_DEMO_MIN_SPEED 0.01

#define TRANCHE_DEMO_OPTIONS_INIT \
  { .port = 0, .seed = 1, .speed = 1.0, .rate = 25, \
    .customers = TRUE, .auto_commit = FALSE, .day = TRUE }

#define TRANCHE_TYPE_DEMO_SERVER (tranche_demo_server_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDemoServer, tranche_demo_server, TRANCHE, DEMO_SERVER, GObject)

/**
 * TrancheDemoServer:
 *
 * The demo banks as one HTTP server on the loopback interface: for the demo
 * mode, for tests and for training. It answers in the main context that is the
 * thread's default when it is started, so it works beside its own client.
 *
 * It speaks the T-Bank API below `/api/partners/v2/orders/`, as the bank
 * documents it, and the CFRONT dialect of Globus and monobank below the rest of
 * `/api/`. The customer's links of T-Bank lead to `/form/ID`; `/demo/orders`
 * shows what the banks hold, `/demo/ledger` what requests have done to it,
 * `/demo/faults` how it is made to misbehave. Credentials are in
 * demo/demo-credentials.h.
 */
TrancheDemoServer *tranche_demo_server_new            (const TrancheDemoOptions  *options);

/* How it misbehaves from now on, see #TrancheDemoFaultPlan for the syntax of
 * @plan and tranche_demo_fault_plan_new() for the errors. */
gboolean           tranche_demo_server_set_faults     (TrancheDemoServer         *self,
                                                       const char                *plan,
                                                       GError                   **error);

/* Makes the day and listens. Fails with %G_IO_ERROR. */
gboolean           tranche_demo_server_start          (TrancheDemoServer         *self,
                                                       GError                   **error);
/* Closes every connection; also done when the last reference goes. What the
 * bank held is gone with it. */
void               tranche_demo_server_stop           (TrancheDemoServer         *self);

/* "http://127.0.0.1:PORT" or "https://127.0.0.1:PORT", or %NULL while it does not listen. */
const char        *tranche_demo_server_get_base_url   (TrancheDemoServer         *self);

/* The numbers of the orders that the shop made before the server was started
 * or since, outside of the test world, oldest first. (transfer full) */
GStrv              tranche_demo_server_list_numbers   (TrancheDemoServer         *self);
/* The same orders as the shop remembers them: number, goods, customer, sum,
 * product, link, the bank's id, and when they were made; all still waiting,
 * for only the bank knows what has become of them.
 * (transfer full) (element-type TrancheOrder) */
GPtrArray         *tranche_demo_server_dup_day        (TrancheDemoServer         *self);
/* What the shop may sell on. (transfer full) (element-type TrancheProduct) */
GPtrArray         *tranche_demo_server_dup_products   (TrancheDemoServer         *self);

/* The same for the CFRONT dialect: the orders of %TRANCHE_DEMO_STORE_ID, which
 * also have a number of payments, an invoice and a point of sale, but no link.
 * (transfer full) (element-type TrancheOrder) */
GPtrArray         *tranche_demo_server_dup_cfront_day (TrancheDemoServer         *self);
/* The agreed products of that store.
 * (transfer full) (element-type TrancheProduct) */
GPtrArray         *tranche_demo_server_dup_cfront_products (TrancheDemoServer    *self);
/* The codes of its points of sale. (transfer none) */
const char *const *tranche_demo_server_get_cfront_points (TrancheDemoServer      *self);

G_END_DECLS
