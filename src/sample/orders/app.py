"""Orders: a REST API, a queue of payments and an hourly clean-up."""
import json
import logging
import os
from datetime import timedelta
from typing import Any

from chalice import BadRequestError, Chalice, NotFoundError, Rate, Response
from chalice.app import CloudWatchEvent, SQSEvent

from chalicelib import orders

app = Chalice(app_name='orders')
app.log.setLevel(logging.INFO)

store: orders.OrderStore = orders.open_store(os.environ.get('ORDERS_TABLE'))


@app.route('/orders')
def list_orders() -> dict[str, Any]:
    """List the orders, optionally those with one ?status= only."""
    status = (app.current_request.query_params or {}).get('status')
    if status is not None and status not in orders.STATUSES:
        raise BadRequestError(
            f"status must be one of: {', '.join(orders.STATUSES)}")
    return {'orders': [order.to_dict() for order in store.find(status)]}


@app.route('/orders/{order_id}')
def get_order(order_id: str) -> dict[str, Any]:
    """Get one order."""
    order = store.get(order_id)
    if order is None:
        raise NotFoundError(f'No such order: {order_id}')
    return order.to_dict()


@app.route('/orders', methods=['POST'])
def create_order() -> Response:
    """Create an order from a customer and the quantity of each SKU."""
    try:
        order = orders.new_order(app.current_request.json_body)
    except orders.InvalidOrder as error:
        raise BadRequestError(str(error)) from error
    store.put(order)
    return Response(body=order.to_dict(), status_code=201)


@app.schedule(Rate(1, unit=Rate.HOURS), description='Cancel unpaid orders')
def cancel_stale_orders(event: CloudWatchEvent) -> dict[str, int]:
    """Cancel the orders that nobody has paid for in time."""
    max_age = timedelta(hours=int(os.environ.get('STALE_AFTER_HOURS', '24')))
    cancelled = orders.cancel_stale(store, max_age)
    app.log.info('Cancelled %d stale orders', cancelled)
    return {'cancelled': cancelled}


@app.on_sqs_message(
    queue=os.environ.get('PAYMENTS_QUEUE', 'orders-payments-dev'),
    batch_size=10)
def handle_payments(event: SQSEvent) -> None:
    """Mark orders as paid; a message that can never succeed is dropped."""
    for record in event:
        try:
            order_id = orders.parse_payment(json.loads(record.body))
        except ValueError as error:
            app.log.error('Dropped a malformed payment: %s', error)
            continue
        if not store.change_status(order_id, 'pending', 'paid'):
            app.log.warning('No pending order to pay: %s', order_id)
