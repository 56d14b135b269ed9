/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What opens the demo bank. Public, and worth nothing elsewhere. */
#define TRANCHE_DEMO_SHOP_ID        "demo-shop"
#define TRANCHE_DEMO_SHOWCASE_ID    "demo-showcase"
#define TRANCHE_DEMO_PASSWORD       "demo-password"

/* Another shop of the same company, with the same password, to whom the orders
 * of the first are somebody else's. */
#define TRANCHE_DEMO_OTHER_SHOWCASE_ID "demo-showcase-2"

/* What goes before the login for orders of the test world. */
#define TRANCHE_DEMO_LOGIN_PREFIX   "demo-"

/* The same for the CFRONT dialect: id and secret are those of monobank's
 * published test platform. */
#define TRANCHE_DEMO_STORE_ID        "test_store_with_confirm"
#define TRANCHE_DEMO_STORE_SECRET    "secret_98765432--123-123"

/* Another store, to whom the orders of the first do not exist, and one that may
 * neither look for clients nor create orders; both with the same secret. */
#define TRANCHE_DEMO_OTHER_STORE_ID  "test_store_2"
#define TRANCHE_DEMO_CLOSED_STORE_ID "test_store_closed"
