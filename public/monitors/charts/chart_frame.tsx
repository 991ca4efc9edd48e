export { ChartFrame } from '../../shared/charts/chart_frame';
